package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/** Makes single SFTP operations slow or fail, before or after their work. */
final class DropFaults implements SftpEventListener {

  private final Switch fault;

  DropFaults(Switch fault) {
    this.fault = fault;
  }

  @Override
  public void opening(ServerSession session, String remoteHandle, Handle localHandle)
      throws IOException {
    fault.think(fault.general());
    fail(Kind.ERROR_500);
  }

  @Override
  public void moved(
      ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
      throws IOException {
    fail(Kind.ERROR_500_AFTER_WORK);
  }

  private void fail(Kind kind) throws IOException {
    if (fault.general().kind() == kind) {
      throw new IOException("no space left on device");
    }
  }
}
