package io.enforcement.gateway.routes.spool;

import io.enforcement.gateway.routes.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The folder of files: {@code spool/<algorithm>/<first two digits>/<digits>}, so that the same
 * bytes are one file whoever brings them. What is not yet whole lies under {@code
 * spool/partial/<sender>/<algorithm>-<digits>.part}, what this process alone has in hand under
 * {@code spool/temporary}. Names are made of digests and partners' ids only, both well-formed.
 * Thread-safe; two writers of one partial file are the caller's business.
 */
@Component
public class Spool {

  private static final String PARTIAL = "partial";
  private static final String PART = ".part";

  private static final String TEMPORARY = "temporary";

  private final Path root;

  /** What a dead process had in hand is of no use to anybody; unfinished uploads can go on. */
  Spool(DataDirectory data) throws IOException {
    this.root = data.path().resolve("spool");
    Path temporary = Files.createDirectories(root.resolve(TEMPORARY));
    list(temporary).forEach(this::remove);
  }

  /** A new empty file for what is in hand; gone after the next start, whatever happens. */
  public Path temporary() {
    try {
      return Files.createTempFile(root.resolve(TEMPORARY), "", PART);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with these bytes, whether it is there or not. */
  public Path file(ContentDigest digest) {
    return root.resolve(digest.algorithm())
        .resolve(digest.hex().substring(0, 2))
        .resolve(digest.hex());
  }

  /** Where a sender's unfinished file lies. */
  public Path partial(String sender, ContentDigest digest) {
    return root.resolve(PARTIAL)
        .resolve(sender)
        .resolve(digest.algorithm() + "-" + digest.hex() + PART);
  }

  /** How many bytes of the unfinished file are here; 0 when it was not begun. */
  public long held(Path partial) {
    try {
      return Files.size(partial);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many unfinished files a sender has here. */
  public int partials(String sender) {
    return list(root.resolve(PARTIAL).resolve(sender)).size();
  }

  /** Forces the bytes of a whole file to disk: its name must not outlive them. */
  public void force(Path partial) {
    try {
      sync(partial, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Moves a whole and proven file, forced to disk, to its place; when this returns, it survives a
   * loss of power.
   */
  public void keep(Path partial, ContentDigest digest) {
    try {
      Path file = file(digest);
      Files.createDirectories(file.getParent());
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      for (Path folder = file.getParent(); ; folder = folder.getParent()) {
        sync(folder, StandardOpenOption.READ);
        if (folder.equals(root.getParent())) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file; it may be gone already. */
  public void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that came before this moment. */
  List<ContentDigest> before(Instant moment) {
    return Stream.of("sha256", "sm3")
        .flatMap(algorithm -> list(root.resolve(algorithm)).stream())
        .flatMap(folder -> list(folder).stream())
        .filter(file -> isOlder(file, moment))
        .map(Spool::digest)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The unfinished files whose last byte came before this moment. */
  List<Path> partialsBefore(Instant moment) {
    return list(root.resolve(PARTIAL)).stream()
        .flatMap(folder -> list(folder).stream())
        .filter(file -> isOlder(file, moment))
        .toList();
  }

  private static Optional<ContentDigest> digest(Path file) {
    Path algorithm = file.getParent().getParent();
    return ContentDigest.of(algorithm.getFileName() + ":" + file.getFileName());
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sync(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
