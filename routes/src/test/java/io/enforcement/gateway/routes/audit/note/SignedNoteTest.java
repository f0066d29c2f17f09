package io.enforcement.gateway.routes.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

  private static final String TEXT = "an invented log\n3\nAAAA\n";

  /** The example of the format's first implementation (Go, sumdb/note). */
  private static final String EXAMPLE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  private static final String EXAMPLE_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  @Test
  void opensTheExampleOfTheFormat() {
    VerifyingKey key = exampleKey();

    assertThat(key.vkey()).isEqualTo(EXAMPLE_KEY);
    assertThat(SignedNote.open(EXAMPLE, key))
        .isEqualTo(
            "If you think cryptography is the answer to your problem,\n"
                + "then you don't know what your problem is.\n");
    assertThatThrownBy(() -> SignedNote.open(EXAMPLE.replace("answer", "Answer"), key))
        .isInstanceOf(BadNote.class);
  }

  @ParameterizedTest
  @EnumSource(SignatureKind.class)
  void signsAndOpens(SignatureKind kind) {
    SigningKey key = SigningKey.of("a-log", SigningKey.generate(kind));
    String note = SignedNote.sign(TEXT, key);

    VerifyingKey copy = VerifyingKey.of("a-log", key.verifyingKey().pem());
    assertThat(SignedNote.open(note, copy)).isEqualTo(TEXT);
    assertThat(copy.vkey()).isEqualTo(key.verifyingKey().vkey());
    assertThat(SignedNote.open(note + "— somebody-else AAAAAAAA\n", copy)).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @EnumSource(SignatureKind.class)
  void everyOtherByteIsRefused(SignatureKind kind) {
    SigningKey key = SigningKey.of("a-log", SigningKey.generate(kind));
    String note = SignedNote.sign(TEXT, key);
    VerifyingKey other = SigningKey.of("a-log", SigningKey.generate(kind)).verifyingKey();

    assertThatThrownBy(() -> SignedNote.open(note, other)).isInstanceOf(BadNote.class);
    for (int i = 0; i < TEXT.length(); i++) {
      String altered = note.substring(0, i) + '~' + note.substring(i + 1);
      assertThatThrownBy(() -> SignedNote.open(altered, key.verifyingKey()))
          .isInstanceOf(BadNote.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "a\n1\nAAAA\n",
        "a\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n",
        "\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
      })
  void aCheckpointHasThreeLines(String text) {
    assertThatThrownBy(() -> Checkpoint.of(text)).isInstanceOf(BadNote.class);
  }

  @Test
  void aCheckpointIsReadAsItWasWritten() {
    Checkpoint checkpoint = new Checkpoint("a-log/sm3", 1234, new byte[32]);

    assertThat(Checkpoint.of(checkpoint.text()).text()).isEqualTo(checkpoint.text());
  }

  private static VerifyingKey exampleKey() {
    byte[] typed = Base64.getDecoder().decode(EXAMPLE_KEY.split("\\+", 3)[2]);
    byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + "00".repeat(32));
    System.arraycopy(Arrays.copyOfRange(typed, 1, 33), 0, spki, 12, 32);
    return VerifyingKey.of("PeterNeumann", Pem.write("PUBLIC KEY", spki));
  }
}
