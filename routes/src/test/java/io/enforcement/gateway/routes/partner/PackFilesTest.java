package io.enforcement.gateway.routes.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.routes.partner.PackFault.Kind;
import io.enforcement.gateway.routes.partner.PackFiles.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only plain files within bounds are a pack; what is wrong is told of all of them at once. */
class PackFilesTest {

  @TempDir Path folder;

  @Test
  void filesThatClimbOutAreRefusedAllAtOnceAndTheOthersAreThere() throws IOException {
    byte[] zip = zip("../partner.yaml", "/etc/passwd", "water/partner.yaml", "C:\\x.csv");

    Unreadable refused = refused(() -> PackFiles.ofZip(zip));

    assertThat(refused.faults())
        .extracting(PackFault::kind)
        .containsExactly(Kind.NAME, Kind.NAME, Kind.NAME);
    assertThat(refused.faults())
        .extracting(PackFault::about)
        .containsExactly("../partner.yaml", "/etc/passwd", "C?\\x.csv");
    assertThat(refused.others().names()).containsExactly("partner.yaml");
    assertThat(refused).hasMessageContaining("/etc/passwd is not plain");
    assertThat(refused.text(Locale.CHINESE)).contains("文件名 /etc/passwd 不合要求");
  }

  @Test
  void linksAreRefused() throws IOException {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), "partner: x");
    Files.createSymbolicLink(folder.resolve("partner.yaml"), elsewhere);

    assertThat(refused(() -> PackFiles.ofFolder(folder)).faults())
        .containsExactly(new PackFault(Kind.LINK, "partner.yaml"));
  }

  @Test
  void whatIsTooMuchIsReadNoFurther() throws IOException {
    byte[] large = zip("x".repeat(17 * 1024 * 1024), Stream.of("big.csv", "other.csv"));
    byte[] many = zip("", Stream.iterate(1, n -> n + 1).limit(1_001).map(n -> n + ".csv"));
    byte[] climbing = zip("", Stream.iterate(1, n -> n + 1).limit(2_000).map(n -> "../" + n));

    assertThat(refused(() -> PackFiles.ofZip(large)).faults())
        .containsExactly(new PackFault(Kind.BYTES, "big.csv"));
    assertThat(refused(() -> PackFiles.ofZip(many)).faults())
        .containsExactly(new PackFault(Kind.FILES, ""));
    assertThat(refused(() -> PackFiles.ofZip(climbing)).faults()).hasSize(1_002);
  }

  @Test
  void whatIsNoZipIsNoPack() throws IOException {
    byte[] cut = zip("partner.yaml");
    cut[cut.length / 3] ^= 1;

    assertThat(PackFiles.ofZip("no zip".getBytes(UTF_8)).names()).isEmpty();
    assertThatThrownBy(() -> PackFiles.ofZip(cut)).isInstanceOf(Unreadable.class);
  }

  private static Unreadable refused(ThrowingCallable reading) {
    return catchThrowableOfType(Unreadable.class, reading);
  }

  private static byte[] zip(String... names) throws IOException {
    return zip("partner: x", Stream.of(names));
  }

  private static byte[] zip(String text, Stream<String> names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names.toList()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
