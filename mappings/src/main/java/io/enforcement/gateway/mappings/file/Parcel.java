package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import io.enforcement.gateway.mappings.file.BatchFile.Member;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A document and the files that its records name, in one batch file (Envelope Wrapper): {@code
 * attachments: enclosed} in a {@code partner.yaml}. The document is what the translator reads and
 * writes; it never sees the files. Immutable; any thread.
 */
public final class Parcel {

  private static final String BATCH = "zip";
  private static final Set<String> DOCUMENTS = Set.of("json", "xml", BATCH);
  private static final int NO_RECORDS = 0;

  /** Endings by which people's machines open a file; any other type has none. */
  private static final Map<String, String> ENDINGS =
      Map.ofEntries(
          Map.entry("application/pdf", ".pdf"),
          Map.entry("application/ofd", ".ofd"),
          Map.entry("application/zip", ".zip"),
          Map.entry("application/xml", ".xml"),
          Map.entry("application/json", ".json"),
          Map.entry("application/msword", ".doc"),
          Map.entry("application/vnd.ms-excel", ".xls"),
          Map.entry(
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/png", ".png"),
          Map.entry("image/tiff", ".tif"),
          Map.entry("image/bmp", ".bmp"),
          Map.entry("text/plain", ".txt"),
          Map.entry("text/csv", ".csv"));

  private final String type;
  private final BatchFile batch;
  private final ContentDigest digest;

  private Parcel(String type, BatchFile batch, ContentDigest digest) {
    this.type = type;
    this.batch = batch;
    this.digest = digest;
  }

  /**
   * What came in a parcel.
   *
   * @param document for the translator: the one data file, or a batch file of all of them
   * @param files proven against the manifest; whether a record names them is not yet known
   */
  public record Opened(byte[] document, List<Enclosed> files) {}

  /**
   * A file that came in a parcel, still packed: the parcel is all of it that is in memory.
   *
   * @param digest as records name it: {@code sha256:} or {@code sm3:} and lower-case hex
   * @param size unpacked
   * @param bytes unpacked while they are read, as often as they are opened
   */
  public record Enclosed(String name, String mediaType, String digest, long size, Bytes bytes) {}

  /**
   * A file to put into a parcel.
   *
   * @param crc CRC-32 of its bytes, which a zip tells before them
   * @param bytes opened when its turn comes
   */
  public record Enclosure(String mediaType, String digest, long size, long crc, Bytes bytes) {}

  /** Where the bytes of a file come from. */
  @FunctionalInterface
  public interface Bytes {
    InputStream open() throws IOException;
  }

  /**
   * @param format the block of the {@code partner.yaml}: {@code type} json (also when absent), xml
   *     or zip, {@code manifest}, {@code digest} and {@code charset} as for a batch file
   * @throws IllegalArgumentException when a document of this form has no number of records
   */
  public static Parcel of(Map<String, String> format) {
    String type = format.getOrDefault("type", "json");
    if (!DOCUMENTS.contains(type)) {
      throw new IllegalArgumentException(
          "format: a document that encloses files is json, xml or zip; a table goes in a zip");
    }
    return new Parcel(
        type,
        new BatchFile(
            format.getOrDefault("manifest", "json"),
            Charset.forName(format.getOrDefault("charset", "UTF-8"))),
        ContentDigest.named(format.getOrDefault("digest", "sha256"))
            .orElseThrow(() -> new IllegalArgumentException("format: digest is sha256 or sm3")));
  }

  /**
   * @throws Rejected rules {@code zip.*} and {@code batch.*}: whole or not at all
   */
  public Opened open(byte[] zip) {
    List<DataFile> data = new ArrayList<>();
    List<Enclosed> files = new ArrayList<>();
    for (Member member : batch.open(zip)) {
      if (isMediaType(member.line().type())) {
        files.add(enclosed(member));
      } else {
        data.add(member.unpacked());
      }
    }
    return new Opened(document(data), List.copyOf(files));
  }

  private static Enclosed enclosed(Member member) {
    Manifest.Line line = member.line();
    return new Enclosed(
        line.name(),
        line.type().toLowerCase(Locale.ROOT),
        line.digest().toLowerCase(Locale.ROOT),
        member.file().size(),
        member.file()::open);
  }

  private byte[] document(List<DataFile> data) {
    if (type.equals(BATCH) && !data.isEmpty()) {
      return batch.write(data, digest);
    }
    if (data.size() != 1 || !data.get(0).type().equals(type)) {
      throw new Rejected(Finding.of("batch.document", "", data.size() + " data files", type));
    }
    return data.get(0).content();
  }

  /**
   * Writes a parcel, the files through one buffer. The same document and files give the same bytes.
   *
   * @param key names the document
   * @throws IOException when writing fails, or a file is not what it was said to be
   */
  public void write(String key, byte[] document, List<Enclosure> files, OutputStream to)
      throws IOException {
    List<DataFile> data =
        type.equals(BATCH)
            ? batch.read(document)
            : List.of(DataFile.of(key + "." + type, type, 1, document));
    List<Manifest.Line> lines = new ArrayList<>();
    data.forEach(file -> lines.add(file.line(digest)));
    files.forEach(file -> lines.add(line(file)));
    try (ArchiveWriter zip = new ArchiveWriter(to)) {
      zip.put(batch.manifestName(), batch.manifest(lines));
      for (DataFile file : data) {
        zip.put(file.name(), file.content());
      }
      for (Enclosure file : files) {
        try (InputStream bytes = file.bytes().open()) {
          zip.put(name(file), file.size(), file.crc(), bytes);
        }
      }
    }
  }

  private static Manifest.Line line(Enclosure file) {
    return new Manifest.Line(name(file), file.mediaType(), NO_RECORDS, file.size(), file.digest());
  }

  /** By its digest: so a record says which file is meant, and no name is taken from outside. */
  private static String name(Enclosure file) {
    return file.digest().replace(':', '-') + ENDINGS.getOrDefault(file.mediaType(), "");
  }

  static boolean isMediaType(String type) {
    return type.indexOf('/') >= 0;
  }
}
