package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The archive files and the notes that sign them, {@code events-<month>.ndjson.gz} and {@code
 * .note} in one directory. A file under its name is whole and on disk. Not thread-safe.
 *
 * <p>Every method throws {@link UncheckedIOException} when the disk refuses.
 */
final class ArchiveFiles {

  private static final int BUFFER = 1 << 16;

  private final Path directory;
  private final JsonMapper json;

  ArchiveFiles(Path directory, JsonMapper json) {
    this.directory = directory;
    this.json = json;
  }

  Path file(YearMonth month) {
    return directory.resolve("events-" + month + ".ndjson.gz");
  }

  private Path noteFile(YearMonth month) {
    return directory.resolve("events-" + month + ".note");
  }

  /**
   * Writes a file, one document a line.
   *
   * @return its digest
   */
  byte[] write(YearMonth month, Iterator<?> lines, TreeHash hash) {
    Path unfinished = unfinished(file(month));
    MessageDigest digest = hash.digest();
    try {
      try (FileChannel channel = create(unfinished)) {
        OutputStream out =
            new GZIPOutputStream(
                new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER),
                BUFFER);
        while (lines.hasNext()) {
          out.write(json.writeValueAsBytes(lines.next()));
          out.write('\n');
        }
        ((GZIPOutputStream) out).finish();
        out.flush();
        channel.force(true);
      }
      keep(unfinished, file(month));
      return digest.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      discard(unfinished);
    }
  }

  /** Lays the signed note beside its file. */
  void sign(YearMonth month, String note) {
    Path unfinished = unfinished(noteFile(month));
    try {
      try (FileChannel channel = create(unfinished)) {
        channel.write(StandardCharsets.UTF_8.encode(note));
        channel.force(true);
      }
      keep(unfinished, noteFile(month));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean holds(YearMonth month) {
    return Files.exists(file(month));
  }

  /** The digest of a file as it lies there. */
  byte[] digest(YearMonth month, TreeHash hash) {
    MessageDigest digest = hash.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file(month)), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
      return digest.digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a file, one after the other. */
  BufferedReader lines(YearMonth month) {
    try {
      return new BufferedReader(
          new InputStreamReader(
              new GZIPInputStream(Files.newInputStream(file(month)), BUFFER),
              StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The events of a message in a file, by their positions. */
  List<Leaf> eventsOf(YearMonth month, UUID messageId) {
    String mark = "\"messageId\":\"" + messageId + "\"";
    try (BufferedReader lines = lines(month)) {
      return lines
          .lines()
          .filter(line -> line.contains(mark))
          .map(line -> json.readValue(line, TrailLine.class).leaf())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static FileChannel create(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  private void keep(Path unfinished, Path file) throws IOException {
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
