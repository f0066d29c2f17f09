package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * One folder in which files change hands, as the transport sees it. Names are single segments that
 * the rules have allowed; a link is never followed. Used by one thread at a time.
 */
public interface Folder {

  /** A listing longer than this is cut: the rest shows once the first files are moved away. */
  int LONGEST_LISTING = 20_000;

  /** All names, as the other side tells them: not yet judged. */
  List<String> list() throws IOException;

  /** What lies under the name; a link is looked at, not through. */
  Optional<Attributes> look(String name) throws IOException;

  /** Reads at most one byte more than the limit, so that the caller sees an excess. */
  default byte[] read(String name, int limit) throws IOException {
    try (InputStream in = open(name)) {
      return in.readNBytes(limit + 1);
    }
  }

  /** The bytes of a file from the first one on; the caller closes it. */
  InputStream open(String name) throws IOException;

  /** Writes a file under way, replacing what an earlier attempt left under this name. */
  void write(String name, Content content) throws IOException;

  /**
   * Moves a file here or to a folder of the same transport.
   *
   * @throws IOException when it cannot be moved, also because the new name is taken
   */
  void move(String from, Folder target, String to) throws IOException;

  void createIfMissing() throws IOException;

  /**
   * @param regular a file proper: no folder, link, pipe or device
   */
  record Attributes(boolean regular, long size, FileTime modified) {}
}
