package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.file.FileHandover;
import io.enforcement.gateway.connectors.file.Folder;
import java.io.IOException;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;

/**
 * Leaves one delivery as one file on a server, by the rules of {@link FileHandover}.
 *
 * <p>A partner that takes files away should move them to a folder we may look into (setting {@code
 * done}); else a file taken between our rename and our digest is sent again under the same name.
 *
 * <p>Thread-safe, one delivery key by one thread at a time.
 */
public final class SftpConnector implements Connector {

  private final SftpLink link;
  private final String directory;
  private final Optional<String> done;
  private final String extension;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public SftpConnector(ConnectorSettings settings) {
    directory = SftpSettings.folder(settings, "directory", settings.required("directory"));
    done = settings.optional("done").map(name -> SftpSettings.folder(settings, "done", name));
    extension = FileHandover.extension(settings);
    link = new SftpLink(SftpSettings.of(settings));
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    FileHandover handover = FileHandover.of(dispatch, extension);
    try {
      return link.with(
          channel -> handover.into(new RemoteFolder(channel, directory), done(channel)));
    } catch (IOException | RuntimeException e) {
      return handover.failed(SftpLink.reason(e));
    }
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    FileHandover handover = FileHandover.of(dispatch, extension);
    try {
      return link.with(channel -> handover.in(new RemoteFolder(channel, directory), done(channel)));
    } catch (IOException | RuntimeException e) {
      return Presence.UNKNOWN;
    }
  }

  private Optional<Folder> done(SftpClient channel) {
    return done.map(folder -> new RemoteFolder(channel, folder));
  }

  @Override
  public void close() {
    link.close();
  }
}
