package io.enforcement.gateway.routes.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checkpoints outside the database: the last that was signed ({@code head}), and all of them, one
 * after the other, in a file per month to which is only appended. What was cut off in the middle of
 * being written is passed over when it is read. Not thread-safe.
 *
 * <p>Every method throws {@link UncheckedIOException} when the disk refuses.
 */
final class CheckpointFiles {

  private static final String PREFIX = "checkpoints-";
  private static final String SUFFIX = ".txt";
  private static final String SIGNATURE = "— ";

  /** Lines of a note before the signature: origin, size, root, and an empty one. */
  private static final int LINES = 4;

  private final Path head;
  private final Path export;
  private final Clock clock;

  /**
   * @param home holds the last signed checkpoint
   * @param export gets every checkpoint
   */
  CheckpointFiles(Path home, Path export, Clock clock) {
    this.head = home.resolve("head");
    this.export = export;
    this.clock = clock;
  }

  /**
   * Lays beside the checkpoints what is needed to check them: the public key in the two forms that
   * checkers read, and what was said when key or log changed.
   */
  void lay(AuditLog log) {
    try {
      Files.writeString(export.resolve("audit-key.pem"), log.verifyingKey().pem());
      Files.writeString(export.resolve("audit-key.vkey"), log.verifyingKey().vkey() + "\n");
      List<String> statements = log.keys().statements();
      int first = log.keys().number() - statements.size() + 1;
      for (int i = 0; i < statements.size(); i++) {
        Files.writeString(export.resolve("key-" + (first + i) + ".txt"), statements.get(i));
      }
      if (log.statement() != null) {
        layOpening(log.statement());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays down the statement about a new log. */
  void layOpening(String statement) {
    String name = statement.lines().findFirst().orElseThrow().split("/")[1];
    try {
      Files.writeString(export.resolve("log-" + name + ".txt"), statement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last note that was signed. */
  Optional<String> head() {
    try {
      return Files.exists(head) ? Optional.of(Files.readString(head)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers what was signed, before anybody sees it. */
  void signed(String note) {
    Path unfinished = head.resolveSibling("head.new");
    try {
      try (FileChannel file =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        write(file, note);
      }
      Files.move(unfinished, head, StandardCopyOption.ATOMIC_MOVE);
      force(head.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends a note; when this returns it is on disk. */
  void append(String note) {
    Path month = export.resolve(PREFIX + YearMonth.now(clock.withZone(ZoneOffset.UTC)) + SUFFIX);
    try {
      boolean begun = Files.exists(month);
      try (FileChannel file =
          FileChannel.open(month, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        write(file, "\n" + note);
      }
      if (!begun) {
        force(export);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last note that was exported. */
  Optional<String> latest() {
    List<Path> months = months();
    for (int i = months.size() - 1; i >= 0; i--) {
      List<String> notes = notes(months.get(i));
      if (!notes.isEmpty()) {
        return Optional.of(notes.get(notes.size() - 1));
      }
    }
    return Optional.empty();
  }

  /** All notes in the order in which they were exported. */
  List<String> all() {
    return months().stream().flatMap(month -> notes(month).stream()).toList();
  }

  private List<Path> months() {
    try (Stream<Path> files = Files.list(export)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PREFIX))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> notes(Path month) {
    try {
      List<String> lines = Files.readAllLines(month);
      List<String> notes = new ArrayList<>();
      for (int i = LINES; i < lines.size(); i++) {
        if (lines.get(i).startsWith(SIGNATURE)) {
          notes.add(String.join("\n", lines.subList(i - LINES, i + 1)) + "\n");
        }
      }
      return notes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FileChannel file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
