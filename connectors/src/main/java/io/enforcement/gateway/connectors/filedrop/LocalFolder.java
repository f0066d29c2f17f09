package io.enforcement.gateway.connectors.filedrop;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.file.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of the file system. What is written is on disk before it gets its name, and the name is
 * on disk before we say so.
 */
final class LocalFolder implements Folder {

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> WRITE =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private final Path folder;

  private LocalFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder that a setting names below the setting {@code root}.
   *
   * @throws IllegalArgumentException when the root is not absolute or the folder would leave it
   */
  static LocalFolder of(ConnectorSettings settings, String name, String fallback) {
    String folder = settings.optional(name).orElse(fallback);
    boolean climbs = Arrays.asList(folder.split("[/\\\\]")).contains("..");
    if (climbs || folder.startsWith("/") || folder.chars().anyMatch(Character::isISOControl)) {
      throw settings.wrong(name, "is not a plain folder below root");
    }
    Path root = Path.of(settings.required("root"));
    if (!root.isAbsolute()) {
      throw settings.wrong("root", "is not an absolute path");
    }
    return new LocalFolder(root.resolve(folder));
  }

  @Override
  public List<String> list() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(standing())) {
      for (Path entry : entries) {
        if (names.size() == LONGEST_LISTING) {
          break;
        }
        names.add(entry.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  @Override
  public Optional<Attributes> look(String name) throws IOException {
    Path path = folder.resolve(name);
    try {
      BasicFileAttributes file =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          new Attributes(file.isRegularFile(), file.size(), file.lastModifiedTime()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return Channels.newInputStream(Files.newByteChannel(folder.resolve(name), READ));
  }

  @Override
  public void write(String name, Content content) throws IOException {
    try (FileChannel file = FileChannel.open(standing().resolve(name), WRITE);
        InputStream in = content.open()) {
      in.transferTo(Channels.newOutputStream(file));
      file.force(true);
    }
  }

  /**
   * A second name first, then the old one goes: a rename would replace what appeared under the new
   * name in between. Where the file system has no second names, the check before must do.
   */
  @Override
  public void move(String from, Folder target, String to) throws IOException {
    Path old = folder.resolve(from);
    LocalFolder there = (LocalFolder) target;
    Path moved = there.standing().resolve(to);
    try {
      Files.createLink(moved, old);
      Files.delete(old);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.move(old, moved);
    }
    there.force();
    force();
  }

  @Override
  public void createIfMissing() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
  }

  /** Never made by us: without its mount the same path would be a folder of this machine. */
  private Path standing() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(folder.toString());
    }
    return folder;
  }

  private void force() throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** Our own words only: a system's message may quote a name. */
  static String reason(IOException failure) {
    return failure instanceof NotDirectoryException
        ? "the folder is not there; is it mounted?"
        : "the file system failed: " + failure.getClass().getSimpleName();
  }
}
