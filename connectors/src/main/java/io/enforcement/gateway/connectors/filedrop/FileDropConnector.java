package io.enforcement.gateway.connectors.filedrop;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.file.FileHandover;
import io.enforcement.gateway.connectors.file.Folder;
import java.io.IOException;
import java.util.Optional;

/**
 * Leaves one delivery as one file in a folder, by the rules of {@link FileHandover}. The folder
 * must be there: a missing one is a mount that is gone, and the delivery is tried again.
 * Thread-safe, one delivery key by one thread at a time.
 */
public final class FileDropConnector implements Connector {

  private final LocalFolder folder;
  private final Optional<Folder> done;
  private final String extension;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FileDropConnector(ConnectorSettings settings) {
    folder = LocalFolder.of(settings, "directory", settings.required("directory"));
    done = settings.optional("done").map(name -> LocalFolder.of(settings, "done", name));
    extension = FileHandover.extension(settings);
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    FileHandover handover = FileHandover.of(dispatch, extension);
    try {
      return handover.into(folder, done);
    } catch (IOException e) {
      return handover.failed(LocalFolder.reason(e));
    }
  }

  @Override
  public Presence ask(Dispatch dispatch) {
    try {
      return FileHandover.of(dispatch, extension).in(folder, done);
    } catch (IOException e) {
      return Presence.UNKNOWN;
    }
  }

  @Override
  public void close() {
    // Nothing is held between deliveries.
  }
}
