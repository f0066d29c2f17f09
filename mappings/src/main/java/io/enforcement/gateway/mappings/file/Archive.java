package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip as a map from names to files, bounded, never unpacked to a place. Encrypted entries and
 * links are refused; folders hold nothing and are passed over. Pure; any thread.
 */
final class Archive {

  static final int MOST_ENTRIES = 1_000;
  static final int MOST_BYTES = 64 << 20;

  /** Records pack well, but nothing honest packs better than this. */
  private static final int MOST_RATIO = 200;

  /** Below so many unpacked bytes a ratio says nothing. */
  private static final int SMALL = 10 << 20;

  private static final int BUFFER = 16 << 10;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private Archive() {}

  /** A file in a zip that is in memory, proven to be what was packed; it stays packed. */
  static final class Packed {

    private final ZipFile archive;
    private final ZipArchiveEntry entry;

    private Packed(ZipFile archive, ZipArchiveEntry entry) {
      this.archive = archive;
      this.entry = entry;
    }

    long size() {
      return entry.getSize();
    }

    InputStream open() throws IOException {
      return archive.getInputStream(entry);
    }

    byte[] content() {
      try (InputStream in = open()) {
        return in.readNBytes((int) size());
      } catch (IOException e) {
        throw new UncheckedIOException("what was read before", e);
      }
    }
  }

  /**
   * Everything, unpacked.
   *
   * @throws Rejected rules {@code zip.*}
   */
  static Map<String, byte[]> read(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    open(zip).forEach((name, file) -> files.put(name, file.content()));
    return files;
  }

  /**
   * Everything, proven by unpacking it through one small buffer.
   *
   * @throws Rejected rules {@code zip.*}
   */
  static Map<String, Packed> open(byte[] zip) {
    checkNumber(zip);
    Map<String, Packed> files = new LinkedHashMap<>();
    try {
      // Never closed: it holds the caller's bytes and nothing else.
      ZipFile archive = ZipFile.builder().setByteArray(zip).setIgnoreLocalFileHeader(true).get();
      long room = Math.min(MOST_BYTES, Math.max(SMALL, (long) MOST_RATIO * zip.length));
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        if (!entry.isDirectory()) {
          Packed file = new Packed(archive, entry);
          room -= prove(file, room);
          if (files.put(name(entry), file) != null) {
            throw refused("zip.name", "a name twice");
          }
        }
      }
      return files;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The library tells a damaged archive in any of these ways.
      throw refused("zip.damaged", "damaged, or no zip");
    }
  }

  /** Before the directory is read: the library would hold all of it, however long. */
  private static void checkNumber(byte[] zip) {
    int entries = 0;
    for (int i = 0; i + 3 < zip.length; i++) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
        entries++;
      }
    }
    if (entries > MOST_ENTRIES) {
      throw refused("zip.size", "too many entries", "" + MOST_ENTRIES, "" + MOST_BYTES);
    }
  }

  private static long prove(Packed file, long room) throws IOException {
    ZipArchiveEntry entry = file.entry;
    if (entry.isUnixSymlink() || !file.archive.canReadEntryData(entry)) {
      throw refused("zip.entry", "encrypted, a link, or packed in another way");
    }
    CRC32 crc = new CRC32();
    long size = 0;
    try (InputStream in = file.open()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        crc.update(buffer, 0, n);
        size += n;
        if (size > room) {
          throw refused(
              "zip.size", "too large or too well packed", "" + MOST_ENTRIES, "" + MOST_BYTES);
        }
      }
    }
    if (crc.getValue() != entry.getCrc() || size != entry.getSize()) {
      throw refused("zip.damaged", "not the bytes that were packed");
    }
    return size;
  }

  /** UTF-8 where the archive says so or the bytes are it; else GB18030, the habit of old tools. */
  private static String name(ZipArchiveEntry entry) {
    try {
      return strict(entry.getRawName(), StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      try {
        if (!entry.getGeneralPurposeBit().usesUTF8ForNames()) {
          return strict(entry.getRawName(), GB18030);
        }
      } catch (CharacterCodingException e) {
        // Told below: neither of the two.
      }
      throw refused("zip.name", "neither UTF-8 nor GB18030");
    }
  }

  private static String strict(byte[] name, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(name)).toString();
  }

  static byte[] write(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArchiveWriter zip = new ArchiveWriter(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.put(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Rejected refused(String rule, String valueClass, String... arguments) {
    return new Rejected(Finding.of(rule, "", valueClass, arguments));
  }
}
