package io.enforcement.gateway.standards.file;

import io.enforcement.gateway.standards.file.RecordText.Form;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes a file apart into its records. What it is follows from its name, never from a guess. A zip
 * is read as a stream, nothing is unpacked to a place that it names: entries, their number and
 * their size against the packed size are bounded. Any thread.
 */
final class RecordFile {

  /** The names of files that can be taken apart. */
  static final Set<String> ENDINGS = Set.of(".xml", ".json", ".jsonl", ".ndjson", ".zip");

  private static final int MOST_ENTRIES = 100_000;

  /** Records pack well, but nothing honest packs better than this. */
  private static final long MOST_RATIO = 200;

  /** Below so many unpacked bytes a ratio says nothing. */
  private static final long SMALL = 10L << 20;

  private static final int BUFFER = 1 << 16;

  private final int most;
  private final Consumer<RecordText> records;

  private RecordFile(int most, Consumer<RecordText> records) {
    this.most = most;
    this.records = records;
  }

  static void read(Path file, int most, Consumer<RecordText> records, LongConsumer progress)
      throws IOException {
    Counted counted = new Counted(Files.newInputStream(file), progress);
    try (InputStream in = new BufferedInputStream(counted, BUFFER)) {
      RecordFile reading = new RecordFile(most, records);
      String name = file.toString();
      if (ending(name).equals(".zip")) {
        reading.zip(name, in, counted);
      } else {
        reading.plain(name, in);
      }
    }
  }

  private void plain(String name, InputStream in) throws IOException {
    switch (ending(name)) {
      case ".xml" -> document(name, in);
      case ".json", ".jsonl", ".ndjson" -> new JsonValues(name, in, most, records).read();
      default -> fault(name, "file.form", "another ending");
    }
  }

  private void document(String name, InputStream in) throws IOException {
    byte[] xml = in.readNBytes(most + 1);
    if (xml.length > most) {
      fault(name, "file.record-size", "longer than the bound", Integer.toString(most));
    } else {
      records.accept(RecordText.of(name, 1, 1, Form.XML, xml));
    }
  }

  private void zip(String name, InputStream in, Counted packed) throws IOException {
    int entries = 0;
    long[] unpacked = {0};
    try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          fault(name, "file.zip", "too many entries", Integer.toString(MOST_ENTRIES));
          return;
        }
        if (!entry.isDirectory()) {
          InputStream content =
              new BufferedInputStream(new Unpacked(zip, unpacked, packed), BUFFER);
          plain(name + "!" + shown(entry.getName()), content);
        }
      }
      if (entries == 0) {
        fault(name, "file.zip", "no entry, or no zip", Integer.toString(MOST_ENTRIES));
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      fault(name, "file.zip", "damaged, encrypted, or too well packed", Long.toString(MOST_RATIO));
    }
  }

  private void fault(String name, String rule, String valueClass, String... arguments) {
    records.accept(RecordText.fault(name, 1, 1, Finding.of(rule, "", valueClass, arguments)));
  }

  /** A name from inside an archive, fit to be shown. */
  private static String shown(String entry) {
    String plain = entry.replaceAll("[^\\p{L}\\p{N}._/-]", "_");
    return plain.length() <= 200 ? plain : plain.substring(0, 197) + "…" + ending(plain);
  }

  static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  /** Tells how much of the file has been read. */
  private static final class Counted extends FilterInputStream {

    private final LongConsumer progress;
    private long bytes;

    Counted(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (read > 0) {
        bytes += read;
        progress.accept(bytes);
      }
      return read;
    }
  }

  /** An entry's content; ends the reading of a zip bomb, and keeps the zip open. */
  private static final class Unpacked extends FilterInputStream {

    private final long[] unpacked;
    private final Counted packed;

    Unpacked(InputStream in, long[] unpacked, Counted packed) {
      super(in);
      this.unpacked = unpacked;
      this.packed = packed;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      unpacked[0] += Math.max(0, read);
      if (unpacked[0] > SMALL && unpacked[0] / MOST_RATIO > packed.bytes) {
        throw new ZipException("too well packed");
      }
      return read;
    }

    @Override
    public void close() {
      // The zip goes on with its next entry.
    }
  }
}
