package io.enforcement.gateway.connectors.filedrop;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.file.FileCollection;
import io.enforcement.gateway.connectors.file.FileCollection.Folders;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Fetches whole files from a folder, by the rules of {@link FileCollection}. Used by one thread at
 * a time.
 */
public final class FileDropSource implements Source {

  private final FileCollection collection;
  private final Folders folders;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public FileDropSource(ConnectorSettings settings) {
    this(settings, System::nanoTime);
  }

  FileDropSource(ConnectorSettings settings, LongSupplier nanoTime) {
    collection = new FileCollection(settings, nanoTime);
    folders =
        new Folders(
            LocalFolder.of(settings, "directory", settings.required("directory")),
            LocalFolder.of(settings, "done", "done"),
            LocalFolder.of(settings, "conflict", "conflict"),
            LocalFolder.of(settings, "refused", "refused"));
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    try {
      return collection.look(folders, limit, taker);
    } catch (IOException e) {
      throw new Unreachable(LocalFolder.reason(e), e);
    }
  }

  @Override
  public void close() {
    // Nothing is held between looks.
  }
}
