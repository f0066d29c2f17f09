package io.enforcement.gateway.mappings.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchFileTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] CONTENT = "案号\n1\n".getBytes(UTF_8);
  private static final List<DataFile> FILES =
      List.of(
          DataFile.of("处罚决定-1.csv", "csv", 1, CONTENT),
          DataFile.of("b.json", "json", 0, "[]".getBytes(UTF_8)));
  private static final BatchFile BATCH = new BatchFile("json", UTF_8);

  @ParameterizedTest
  @CsvSource({"json,SM3,UTF-8", "csv,SHA256,UTF-8", "csv,SM3,GB18030"})
  void readsWhatItWrote(String manifest, ContentDigest digest, String charset) {
    BatchFile batch = new BatchFile(manifest, Charset.forName(charset));
    byte[] zip = batch.write(FILES, digest);
    assertThat(batch.write(FILES, digest)).as("same files, same bytes").isEqualTo(zip);
    assertThat(batch.read(zip))
        .usingRecursiveComparison()
        .ignoringFields("digest")
        .isEqualTo(FILES);
  }

  @Test
  void isAZipThatOthersReadWithItsManifestFirst() throws IOException {
    List<String> names = new ArrayList<>();
    byte[] zip = BATCH.write(FILES, ContentDigest.SM3);
    try (ZipInputStream other = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = other.getNextEntry(); entry != null; entry = other.getNextEntry()) {
        names.add(entry.getName());
        assertThat(other.readAllBytes()).isNotEmpty();
      }
    }
    assertThat(names).containsExactly("manifest.json", "处罚决定-1.csv", "b.json");
  }

  /** GB/T 32905, appendix A, and FIPS 180-4. */
  @Test
  void countsDigestsAsTheStandardsDo() {
    byte[] abc = "abc".getBytes(UTF_8);
    assertThat(ContentDigest.SM3.of(abc))
        .isEqualTo("sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(ContentDigest.SHA256.of(abc))
        .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void readsAManifestThatLiesLastAndNamesInGb18030WithoutAFlag() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GB18030)) {
      put(zip, "处罚决定-1.csv", CONTENT);
      put(zip, "manifest.json", manifest("处罚决定-1.csv", CONTENT));
    }
    assertThat(BATCH.read(bytes.toByteArray()))
        .singleElement()
        .extracting(DataFile::name)
        .isEqualTo("处罚决定-1.csv");
  }

  @Test
  void tellsEverythingThatDoesNotFitTheManifest() throws IOException {
    String manifest =
        """
        {"files": [
          {"name": "short.csv", "type": "csv", "count": 1, "bytes": 99, "digest": "%s"},
          {"name": "other.csv", "type": "csv", "count": 1, "bytes": 9, "digest": "sm3:00"},
          {"name": "crc.csv", "type": "csv", "count": 1, "bytes": 9, "digest": "crc32:00"},
          {"name": "../gone.csv", "type": "csv", "count": 1, "bytes": 9, "digest": "sm3:00"},
          {"name": "short.csv", "type": "csv", "count": 1, "bytes": 9, "digest": "sm3:00"}
        ]}"""
            .formatted(ContentDigest.SHA256.of(CONTENT));
    byte[] zip =
        zip(
            Map.of(
                "manifest.json", manifest.getBytes(UTF_8),
                "short.csv", CONTENT,
                "other.csv", CONTENT,
                "crc.csv", CONTENT,
                "stray.csv", CONTENT));
    assertThat(Refusals.of(() -> BATCH.read(zip)))
        .containsExactly(
            "batch.bytes short.csv",
            "batch.digest other.csv",
            "batch.digest crc.csv",
            "batch.missing",
            "batch.manifest short.csv",
            "batch.unnamed stray.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"files\":[]}",
        "{}",
        "{\"files\":[{\"name\":\"a\",\"type\":\"csv\",\"count\":-1,\"bytes\":1,\"digest\":\"x\"}]}",
        "{\"files\":[{\"name\":\"a\",\"type\":\"csv\",\"count\":1,\"digest\":\"x\"}]}"
      })
  void refusesAnIncompleteManifest(String manifest) throws IOException {
    byte[] zip = zip(Map.of("manifest.json", manifest.getBytes(UTF_8)));
    assertThat(Refusals.of(() -> BATCH.read(zip)).get(0))
        .startsWith("batch.manifest manifest.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"files\":[],\"more\":1}|json.unknown-field manifest.json!more",
        "{\"files\":[null]}|json.type manifest.json!files[0]"
      })
  void refusesAManifestThatIsOtherJson(String manifest, String refusal) throws IOException {
    byte[] zip = zip(Map.of("manifest.json", manifest.getBytes(UTF_8)));
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly(refusal);
  }

  @Test
  void refusesATableAsManifestWhoseNumbersAreNone() throws IOException {
    byte[] manifest = "name,type,count,bytes,digest\na.csv,csv,many,1,sm3:0\n".getBytes(UTF_8);
    byte[] zip = zip(Map.of("manifest.csv", manifest));
    assertThat(Refusals.of(() -> new BatchFile("csv", UTF_8).read(zip)))
        .containsExactly("batch.manifest manifest.csv!files[0]");
  }

  @Test
  void refusesAZipWithoutManifest() throws IOException {
    byte[] zip = zip(Map.of("a.csv", CONTENT));
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("batch.no-manifest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.csv",
        "/etc/passwd",
        "a/b.csv",
        "a\\b.csv",
        ".hidden",
        "C:a",
        "a\u202Ecsv",
        "a\n.csv",
        "ａ.csv"
      })
  void refusesNamesThatAreMoreThanANameOrLookLikeOthers(String name) throws IOException {
    byte[] zip = zip(Map.of(name, CONTENT));
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.name");
  }

  @Test
  void refusesANameTwice() throws IOException {
    byte[] zip = archive(entry("a.csv"), entry("a.csv"));
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.name");
  }

  @Test
  void refusesALink() throws IOException {
    ZipArchiveEntry link = entry("a.csv");
    link.setUnixMode(UnixStat.LINK_FLAG | 0777);
    byte[] zip = archive(link);
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.entry");
  }

  @Test
  void refusesAnEncryptedEntry() throws IOException {
    byte[] zip = zip(Map.of("a.csv", CONTENT));
    int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    zip[directory + 8] |= 1;
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.entry");
  }

  @Test
  void refusesABomb() throws IOException {
    byte[] zip = zip(Map.of("a.csv", new byte[30 << 20]));
    assertThat(zip).hasSizeLessThan(100_000);
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.size");
  }

  @Test
  void refusesABombInManyPieces() throws IOException {
    Map<String, byte[]> pieces = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      pieces.put("a" + i, new byte[1 << 20]);
    }
    byte[] zip = zip(pieces);
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.size");
  }

  @Test
  void refusesACrowdOfEntries() throws IOException {
    Map<String, byte[]> crowd = new LinkedHashMap<>();
    for (int i = 0; i < 1_001; i++) {
      crowd.put("a" + i, new byte[0]);
    }
    byte[] zip = zip(crowd);
    assertThat(Refusals.of(() -> BATCH.read(zip))).containsExactly("zip.size");
  }

  @Test
  void refusesAChangedByteAndAnythingCutOff() {
    byte[] zip = BATCH.write(FILES, ContentDigest.SM3);
    byte[] changed = zip.clone();
    changed[indexOf(zip, CONTENT)] ^= 1;
    assertThat(Refusals.of(() -> BATCH.read(changed))).containsExactly("zip.damaged");
    for (int length = 0; length < zip.length; length += 7) {
      byte[] cut = Arrays.copyOf(zip, length);
      assertThat(Refusals.of(() -> BATCH.read(cut))).containsExactly("zip.damaged");
    }
  }

  /** Whatever byte is wrong, the answer is a refusal or the batch itself, never another failure. */
  @Test
  void survivesEveryWrongByteOfTheDirectory() {
    byte[] zip = BATCH.write(FILES, ContentDigest.SM3);
    for (int at = indexOf(zip, new byte[] {'P', 'K', 1, 2}); at < zip.length; at++) {
      for (int wrong : new int[] {0, 1, 0x7F, 0xFF}) {
        byte[] changed = zip.clone();
        changed[at] = (byte) wrong;
        try {
          assertThat(BATCH.read(changed)).hasSize(2);
        } catch (io.enforcement.gateway.standards.validation.Rejected e) {
          assertThat(e.findings()).isNotEmpty();
        }
      }
    }
  }

  private static byte[] manifest(String name, byte[] content) {
    return """
        {"files":[{"name":"%s","type":"csv","count":1,"bytes":%d,"digest":"%s"}]}"""
        .formatted(name, content.length, ContentDigest.SM3.of(content))
        .getBytes(UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        put(zip, file.getKey(), file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static ZipArchiveEntry entry(String name) {
    return new ZipArchiveEntry(name);
  }

  private static byte[] archive(ZipArchiveEntry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (ZipArchiveEntry entry : entries) {
        zip.putArchiveEntry(entry);
        zip.write(CONTENT);
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
