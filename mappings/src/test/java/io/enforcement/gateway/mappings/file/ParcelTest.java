package io.enforcement.gateway.mappings.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import io.enforcement.gateway.mappings.file.Parcel.Enclosed;
import io.enforcement.gateway.mappings.file.Parcel.Enclosure;
import io.enforcement.gateway.mappings.file.Parcel.Opened;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes and goes together: the document, and the files that it names. */
class ParcelTest {

  private static final byte[] DOCUMENT = "{\"文书\":\"强制执行申请书\"}".getBytes(UTF_8);
  private static final byte[] PAPER = "%PDF-1.7 invented".getBytes(UTF_8);
  private static final byte[] PHOTO = "an invented photo".getBytes(UTF_8);
  private static final String PDF = "application/pdf";
  private static final Parcel PARCEL = Parcel.of(Map.of("type", "json"));

  @ParameterizedTest
  @CsvSource({"json,sha256", "csv,sm3"})
  void bringsBackWhatWasPutIn(String manifest, String digest) throws IOException {
    Parcel parcel = Parcel.of(Map.of("type", "json", "manifest", manifest, "digest", digest));
    List<Enclosure> files =
        List.of(
            enclosure(PDF, ContentDigest.SHA256, PAPER),
            enclosure("image/jpeg", ContentDigest.SM3, PHOTO));

    byte[] zip = written(parcel, DOCUMENT, files);

    assertThat(written(parcel, DOCUMENT, files)).as("same files, same bytes").isEqualTo(zip);
    Opened opened = parcel.open(zip);
    assertThat(opened.document()).isEqualTo(DOCUMENT);
    assertThat(opened.files()).extracting(ParcelTest::content).containsExactly(PAPER, PHOTO);
    assertThat(opened.files())
        .extracting(Enclosed::digest)
        .containsExactly(ContentDigest.SHA256.of(PAPER), ContentDigest.SM3.of(PHOTO));
    assertThat(opened.files()).extracting(Enclosed::mediaType).containsExactly(PDF, "image/jpeg");
    assertThat(opened.files())
        .extracting(Enclosed::name)
        .containsExactly(
            ContentDigest.SHA256.of(PAPER).replace(':', '-') + ".pdf",
            ContentDigest.SM3.of(PHOTO).replace(':', '-') + ".jpg");
  }

  @Test
  void aBatchKeepsItsDataFilesAndTheirCounts() throws IOException {
    BatchFile batch = new BatchFile("json", UTF_8);
    List<DataFile> data =
        List.of(
            DataFile.of("a.csv", "csv", 2, "案号\n1\n2\n".getBytes(UTF_8)),
            DataFile.of("b.json", "json", 1, DOCUMENT));
    Parcel parcel = Parcel.of(Map.of("type", "zip", "entries", "csv json"));
    byte[] document = batch.write(data, ContentDigest.SHA256);

    Opened opened =
        parcel.open(
            written(parcel, document, List.of(enclosure(PDF, ContentDigest.SHA256, PAPER))));

    assertThat(opened.document()).as("the batch without the files").isEqualTo(document);
    assertThat(opened.files()).singleElement().extracting(ParcelTest::content).isEqualTo(PAPER);
  }

  @Test
  void aFileStaysPackedUntilItIsRead() throws IOException {
    byte[] blank = new byte[8 << 20];
    byte[] zip = written(PARCEL, DOCUMENT, List.of(enclosure(PDF, ContentDigest.SHA256, blank)));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PARCEL.open(written(PARCEL, DOCUMENT, List.of()));
    long before = thread.getCurrentThreadAllocatedBytes();

    Enclosed file = PARCEL.open(zip).files().get(0);

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    assertThat(file.size()).isEqualTo(blank.length);
    assertThat(content(file)).isEqualTo(blank);
    assertThat(content(file)).as("again").isEqualTo(blank);
  }

  @Test
  void isRefusedWholeWhenAFileIsMissingOrMoreOrAnother() throws IOException {
    String good = ContentDigest.SHA256.of(PAPER);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("d.json", DOCUMENT);
    entries.put("other.pdf", PHOTO);
    entries.put("stray.pdf", PAPER);
    byte[] zip =
        zip(
            entries,
            line("d.json", "json", DOCUMENT.length, ContentDigest.SHA256.of(DOCUMENT)),
            line("gone.pdf", PDF, PAPER.length, good),
            line("other.pdf", PDF, PAPER.length, good));

    assertThat(Refusals.of(() -> PARCEL.open(zip)))
        .containsExactly(
            "batch.missing gone.pdf", "batch.digest other.pdf", "batch.unnamed stray.pdf");
  }

  @Test
  void aFileIsNeverTakenFromAPath() throws IOException {
    byte[] zip =
        zip(
            Map.of("d.json", DOCUMENT, "../../gone.pdf", PAPER),
            line("d.json", "json", DOCUMENT.length, ContentDigest.SHA256.of(DOCUMENT)),
            line("../../gone.pdf", PDF, PAPER.length, ContentDigest.SHA256.of(PAPER)));

    assertThat(Refusals.of(() -> PARCEL.open(zip))).containsExactly("zip.name");
  }

  @Test
  void aFileThatUnpacksToTooMuchIsRefused() throws IOException {
    byte[] zeros = new byte[70 << 20];
    byte[] zip =
        zip(
            Map.of("d.json", DOCUMENT, "large.pdf", zeros),
            line("d.json", "json", DOCUMENT.length, ContentDigest.SHA256.of(DOCUMENT)),
            line("large.pdf", PDF, zeros.length, ContentDigest.SHA256.of(zeros)));

    assertThat(Refusals.of(() -> PARCEL.open(zip))).containsExactly("zip.size");
  }

  @Test
  void holdsExactlyOneDocumentOfTheAgreedForm() throws IOException {
    byte[] none = zip(Map.of("p.pdf", PAPER), line("p.pdf", PDF, PAPER));
    byte[] two =
        zip(
            Map.of("a.json", DOCUMENT, "b.json", DOCUMENT),
            line("a.json", "json", DOCUMENT),
            line("b.json", "json", DOCUMENT));
    byte[] other = zip(Map.of("a.csv", DOCUMENT), line("a.csv", "csv", DOCUMENT));

    for (byte[] zip : List.of(none, two, other)) {
      assertThat(Refusals.of(() -> PARCEL.open(zip))).containsExactly("batch.document");
    }
    assertThat(Refusals.of(() -> Parcel.of(Map.of("type", "zip")).open(none)))
        .containsExactly("batch.document");
    assertThatIllegalArgumentException().isThrownBy(() -> Parcel.of(Map.of("type", "csv")));
  }

  @Test
  void aFileThatIsNotWhatItWasSaidToBeEndsTheWriting() {
    Enclosure wrong =
        new Enclosure(
            PDF, ContentDigest.SHA256.of(PAPER), 4, 1, () -> new ByteArrayInputStream(PAPER, 0, 4));

    assertThatIOException()
        .isThrownBy(
            () -> PARCEL.write("k", DOCUMENT, List.of(wrong), OutputStream.nullOutputStream()));
  }

  @Test
  void takesNoMoreMemoryForALargeFile() throws IOException {
    long size = 100_000_000;
    CRC32 crc = new CRC32();
    try (InputStream zeros = new Zeros(size)) {
      byte[] buffer = new byte[65_536];
      for (int n = zeros.read(buffer); n >= 0; n = zeros.read(buffer)) {
        crc.update(buffer, 0, n);
      }
    }
    Enclosure large =
        new Enclosure(PDF, "sha256:" + "0".repeat(64), size, crc.getValue(), () -> new Zeros(size));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    PARCEL.write("k", DOCUMENT, List.of(), OutputStream.nullOutputStream());
    long before = thread.getCurrentThreadAllocatedBytes();

    PARCEL.write("k", DOCUMENT, List.of(large), OutputStream.nullOutputStream());

    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
  }

  private static byte[] written(Parcel parcel, byte[] document, List<Enclosure> files)
      throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    parcel.write("key-1", document, files, to);
    return to.toByteArray();
  }

  private static Enclosure enclosure(String type, ContentDigest digest, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return new Enclosure(
        type,
        digest.of(content),
        content.length,
        crc.getValue(),
        () -> new ByteArrayInputStream(content));
  }

  private static String line(String name, String type, byte[] content) {
    return line(name, type, content.length, ContentDigest.SHA256.of(content));
  }

  private static String line(String name, String type, int bytes, String digest) {
    return "{\"name\":\"%s\",\"type\":\"%s\",\"count\":1,\"bytes\":%d,\"digest\":\"%s\"}"
        .formatted(name, type, bytes, digest);
  }

  private static byte[] zip(Map<String, byte[]> entries, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(("{\"files\":[" + String.join(",", lines) + "]}").getBytes(UTF_8));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** So many zeros, made while they are read. */
  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long length) {
      left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      left -= n;
      return n;
    }
  }

  private static byte[] content(Enclosed file) {
    try (InputStream bytes = file.bytes().open()) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
