package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.file.FileCollection;
import io.enforcement.gateway.connectors.file.FileCollection.Folders;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.apache.sshd.sftp.client.SftpClient;

/**
 * Fetches whole files from a partner's folder on a server, by the rules of {@link FileCollection}.
 * Used by one thread at a time.
 */
public final class SftpSource implements Source {

  private final FileCollection collection;
  private final SftpLink link;
  private final String directory;
  private final String done;
  private final String conflict;
  private final String refused;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public SftpSource(ConnectorSettings settings) {
    this(settings, System::nanoTime);
  }

  SftpSource(ConnectorSettings settings, LongSupplier nanoTime) {
    directory = SftpSettings.folder(settings, "directory", settings.required("directory"));
    done = SftpSettings.folder(settings, "done", "done");
    conflict = SftpSettings.folder(settings, "conflict", "conflict");
    refused = SftpSettings.folder(settings, "refused", "refused");
    collection = new FileCollection(settings, nanoTime);
    link = new SftpLink(SftpSettings.of(settings));
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    try {
      return link.with(channel -> collection.look(folders(channel), limit, taker));
    } catch (IOException e) {
      throw new Unreachable(SftpLink.reason(e), e);
    }
  }

  private Folders folders(SftpClient channel) {
    return new Folders(
        new RemoteFolder(channel, directory),
        new RemoteFolder(channel, done),
        new RemoteFolder(channel, conflict),
        new RemoteFolder(channel, refused));
  }

  @Override
  public void close() {
    link.close();
  }
}
