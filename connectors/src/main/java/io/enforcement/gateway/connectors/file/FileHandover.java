package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * How one delivery is left as one file (effect class E): written as {@code <key>.<extension>.part},
 * size checked, moved to {@code <key>.<extension>}, never onto an existing name, and last the
 * digest beside it, which tells the partner that the file is whole. Used by one thread.
 */
public final class FileHandover {

  private static final byte[] NOTHING = {};
  private static final int BUFFER = 64 * 1024;

  private final String name;
  private final Content content;
  private boolean visible;

  private FileHandover(String name, Content content) {
    this.name = name;
    this.content = content;
  }

  /**
   * @throws IllegalArgumentException when the key is no file name
   */
  public static FileHandover of(Dispatch dispatch, String extension) {
    String name = dispatch.key() + "." + extension;
    if (!FileName.isData(name)) {
      throw new IllegalArgumentException("a delivery key for files is of [A-Za-z0-9._-]");
    }
    return new FileHandover(name, dispatch.content());
  }

  /**
   * The setting {@code extension}, {@code dat} when it is not set.
   *
   * @throws IllegalArgumentException when it is no ending of a file name
   */
  public static String extension(ConnectorSettings settings) {
    String extension = settings.optional("extension").orElse("dat");
    if (!FileName.isData("key." + extension)) {
      throw settings.wrong("extension", "is not plain letters like xml");
    }
    return extension;
  }

  /**
   * Leaves the file, or completes what an earlier attempt left.
   *
   * @param done where the partner moves what it took, when we may look there
   */
  public Outcome into(Folder folder, Optional<Folder> done) throws IOException {
    if (taken(done)) {
      return new Outcome.Accepted("the partner took it already", NOTHING);
    }
    if (folder.look(name).isPresent()) {
      if (!holdsTheSame(folder)) {
        return new Outcome.Refused("another file has this name", NOTHING);
      }
      visible = true;
    } else {
      String part = name + FileName.PART;
      folder.write(part, content);
      if (!sized(folder.look(part))) {
        return new Outcome.Unavailable("the other side did not keep all bytes", NOTHING);
      }
      visible = true;
      folder.move(part, folder, name);
    }
    vouch(folder);
    return new Outcome.Accepted("file and digest are there", NOTHING);
  }

  /** Side by side through two buffers: a file with attachments may be larger than our memory. */
  private boolean holdsTheSame(Folder folder) throws IOException {
    if (!sized(folder.look(name))) {
      return false;
    }
    try (InputStream there = folder.open(name);
        InputStream ours = content.open()) {
      byte[] expected = ours.readNBytes(BUFFER);
      while (expected.length > 0) {
        if (!Arrays.equals(there.readNBytes(expected.length), expected)) {
          return false;
        }
        expected = ours.readNBytes(BUFFER);
      }
      return true;
    }
  }

  /** A digest appears whole as well: half of one would vouch for nothing, for ever. */
  private void vouch(Folder folder) throws IOException {
    String digest = name + FileName.DIGEST;
    if (folder.look(digest).isEmpty()) {
      String part = digest + FileName.PART;
      folder.write(part, Content.of(Digest.sideFile(content, name)));
      folder.move(part, folder, digest);
    }
  }

  /** Found means the whole of it: a file that lacks its digest is completed by sending again. */
  public Presence in(Folder folder, Optional<Folder> done) throws IOException {
    boolean whole = sized(folder.look(name)) && folder.look(name + FileName.DIGEST).isPresent();
    return whole || taken(done) ? Presence.FOUND : Presence.NOT_FOUND;
  }

  /** Until the move nothing has the final name, so nothing has reached the partner. */
  public Outcome failed(String reason) {
    return visible
        ? new Outcome.Ambiguous(reason, NOTHING)
        : new Outcome.Unavailable(reason, NOTHING);
  }

  private boolean taken(Optional<Folder> done) throws IOException {
    return done.isPresent() && done.get().look(name).isPresent();
  }

  private boolean sized(Optional<Folder.Attributes> file) {
    return file.filter(found -> found.regular() && found.size() == content.size()).isPresent();
  }
}
