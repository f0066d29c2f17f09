package io.enforcement.gateway.routes.audit.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenSSL agrees: what we hash and sign is what everybody else calls by these names. */
@Peer(value = "openssl", program = "openssl")
class OpensslTest {

  private static final byte[] TEXT = "a text, 一段文字\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"SHA_256, -sha256", "SM3, -sm3"})
  void hashesAlike(TreeHash hash, String algorithm) throws Exception {
    Random random = new Random(7);
    for (int length : new int[] {0, 1, 54, 55, 56, 63, 64, 65, 1000}) {
      byte[] content = new byte[length + 1];
      random.nextBytes(content);
      content[0] = 0; // the prefix of a leaf
      Path file = Files.write(directory.resolve("content"), content);
      byte[] leaf = java.util.Arrays.copyOfRange(content, 1, content.length);

      assertThat(openssl("dgst", algorithm, "-r", file.toString()))
          .startsWith(HexFormat.of().formatHex(hash.leaf(leaf)));
    }
  }

  @ParameterizedTest
  @EnumSource(SignatureKind.class)
  void verifiesWhatWeSign(SignatureKind kind) throws Exception {
    SigningKey key = SigningKey.of("a-log", SigningKey.generate(kind));
    Path signature = Files.write(directory.resolve("signature"), key.sign(TEXT));
    Files.writeString(directory.resolve("public.pem"), key.verifyingKey().pem());

    assertThat(verify(kind, TEXT, signature)).contains("Signature Verified Successfully");
    byte[] other = "another text\n".getBytes(StandardCharsets.UTF_8);
    assertThat(verify(kind, other, signature)).contains("Signature Verification Failure");
  }

  @ParameterizedTest
  @CsvSource({"ed25519, ED25519", "SM2, SM2"})
  void weVerifyWhatItSignsWithAKeyOfItsOwn(String algorithm, SignatureKind kind) throws Exception {
    Path secret = directory.resolve("secret.pem");
    openssl("genpkey", "-algorithm", algorithm, "-out", secret.toString());
    Path text = Files.write(directory.resolve("text"), TEXT);
    Path signature = directory.resolve("signature");
    List<String> sign =
        new ArrayList<>(List.of("pkeyutl", "-sign", "-inkey", secret.toString(), "-rawin", "-in"));
    sign.addAll(List.of(text.toString(), "-out", signature.toString()));
    sign.addAll(options(kind));
    openssl(sign.toArray(String[]::new));

    SigningKey key = SigningKey.of("a-log", Files.readString(secret));

    assertThat(key.verifyingKey().kind()).isEqualTo(kind);
    assertThat(key.verifyingKey().verifies(TEXT, Files.readAllBytes(signature))).isTrue();
    assertThat(openssl("pkey", "-in", secret.toString(), "-pubout"))
        .contains(key.verifyingKey().pem());
  }

  @Test
  void anotherKindOfKeyIsRefusedWithoutRepeatingIt() throws Exception {
    String rsa = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> SigningKey.of("a-log", rsa))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("neither an Ed25519 nor an SM2 key")
        .hasNoCause();
  }

  private String verify(SignatureKind kind, byte[] text, Path signature) throws Exception {
    Path file = Files.write(directory.resolve("text"), text);
    List<String> command = new ArrayList<>(List.of("pkeyutl", "-verify", "-pubin", "-rawin"));
    command.addAll(List.of("-inkey", directory.resolve("public.pem").toString()));
    command.addAll(List.of("-in", file.toString(), "-sigfile", signature.toString()));
    command.addAll(options(kind));
    return openssl(command.toArray(String[]::new));
  }

  private static List<String> options(SignatureKind kind) {
    return kind == SignatureKind.SM2
        ? List.of("-digest", "sm3", "-pkeyopt", "distid:1234567812345678")
        : List.of();
  }

  private static String openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }
}
