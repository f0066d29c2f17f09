package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server on loopback over one folder, with its own host key, that can be taken off the net
 * and put back under the same port. Safe for several threads.
 */
final class DropServer implements AutoCloseable {

  private final Path root;
  private final String user;
  private final Secret password;
  private final Switch fault;
  private final SimpleGeneratorHostKeyProvider hostKey;
  private final int port;
  private final SimpleGeneratorHostKeyProvider foreignKey = key(null);
  private SshServer server;

  DropServer(Path root, Path hostKeyFile, String user, Secret password, Switch fault) {
    this.root = root;
    this.user = user;
    this.password = password;
    this.fault = fault;
    hostKey = key(hostKeyFile);
    server = listen(0, hostKey);
    port = server.getPort();
  }

  private static SimpleGeneratorHostKeyProvider key(Path file) {
    SimpleGeneratorHostKeyProvider key = new SimpleGeneratorHostKeyProvider(file);
    key.setAlgorithm(KeyUtils.EC_ALGORITHM);
    key.setKeySize(256);
    return key;
  }

  /** From now on somebody else answers under the same address; ends with {@link #down()}. */
  synchronized void replaceByImpostor() {
    down();
    server = listen(port, foreignKey);
  }

  int port() {
    return port;
  }

  /** The host key's fingerprint as OpenSSH shows it: {@code SHA256:…}. */
  String fingerprint() {
    return KeyUtils.getFingerPrint(hostKey.loadKeys(null).iterator().next().getPublic());
  }

  synchronized void down() {
    if (server != null) {
      try {
        server.stop(true);
      } catch (IOException e) {
        throw new UncheckedIOException("SFTP server does not stop", e);
      }
      server = null;
    }
  }

  synchronized void up() {
    if (server == null) {
      server = listen(port, hostKey);
    }
  }

  private SshServer listen(int wanted, KeyPairProvider key) {
    try {
      SshServer next = SshServer.setUpDefaultServer();
      next.setHost("127.0.0.1");
      next.setPort(wanted);
      next.setKeyPairProvider(key);
      next.setPasswordAuthenticator((name, given, session) -> knows(name, given));
      next.setFileSystemFactory(new VirtualFileSystemFactory(root));
      SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
      sftp.addSftpEventListener(faults());
      next.setSubsystemFactories(List.of(sftp));
      next.start();
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException("SFTP server does not start", e);
    }
  }

  private SftpEventListener faults() {
    return new DropFaults(fault);
  }

  private boolean knows(String name, String given) {
    return fault.general().kind() != Behaviour.Kind.REFUSE
        && user.equals(name)
        && MessageDigest.isEqual(password.bytes(), given.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    down();
  }
}
