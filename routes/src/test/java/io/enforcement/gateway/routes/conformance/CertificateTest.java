package io.enforcement.gateway.routes.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.conformance.Certificate.RungResult;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The certificate says what came of the steps, for programs and for people, and nothing else. */
class CertificateTest {

  private static final String BUNDLE =
      "/io/enforcement/gateway/routes/conformance/certificate_%s.properties";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "PASS,PASS,passed",
    "PASS,NOT_RUN,passed-with-not-run",
    "NOT_RUN,FAIL,failed",
    "FAIL,PASS,failed"
  })
  void theVerdictIsThatOfTheWorstStep(Result one, Result other, String verdict) {
    Map<String, Long> counts = Certificate.counts(List.of(rung(one, "a"), rung(other, "b")));

    assertThat(Certificate.verdict(counts)).isEqualTo(verdict);
  }

  @Test
  void aRungWithoutAStepWasNotRun() {
    assertThat(new RungResult("send", "Send", List.of()).result()).isEqualTo(Result.NOT_RUN);
    assertThat(rung(Result.NOT_RUN, "").result()).isEqualTo(Result.NOT_RUN);
    assertThat(rung(Result.FAIL, "").result()).isEqualTo(Result.FAIL);
  }

  @Test
  void thePageBearsTheDigestOfTheJsonAndNeedsNothingElse() throws Exception {
    CertificateFiles files = CertificateFiles.of(certificate("<script>甲&乙"), Locale.CHINESE);
    files.writeTo(directory);

    byte[] json = Files.readAllBytes(directory.resolve("conformance-water.json"));
    String page = Files.readString(directory.resolve("conformance-water.html"));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
    assertThat(page)
        .contains(HexFormat.of().formatHex(digest))
        .contains("lang=\"zh\"", "&lt;script&gt;甲&amp;乙")
        .doesNotContain("<script", "http://", "https://", "src=", "@import", "url(");
    JsonNode tree = JsonMapper.builder().build().readTree(json);
    assertThat(tree.path("format").asString()).isEqualTo(Certificate.FORMAT);
    assertThat(tree.at("/rungs/0/steps/0/result").asString()).isEqualTo("PASS");
    assertThat(files.isPassed()).isTrue();
  }

  @Test
  void bothLanguagesHaveTheSameWords() throws IOException {
    assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("zh").values()).noneMatch(text -> text.toString().isBlank());
  }

  @Test
  void everyStateHasItsWord() throws IOException {
    List<String> states =
        Stream.<Enum<?>[]>of(MessageState.values(), DeliveryState.values(), DeadlineState.values())
            .flatMap(Arrays::stream)
            .map(state -> "state." + state.name())
            .toList();
    assertThat(words("zh").keySet())
        .containsAll(states)
        .as("an open deadline past its end")
        .contains("state.OVERDUE", "state.DOUBTFUL");
    assertThat(new Texts(Locale.CHINESE).state("IN_DOUBT")).isEqualTo("存疑（IN_DOUBT）");
    assertThat(new Texts(Locale.ENGLISH).state("request.key-reused"))
        .as("what is no state")
        .isEqualTo("request.key-reused");
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (InputStream in = CertificateTest.class.getResourceAsStream(BUNDLE.formatted(language))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return words;
  }

  private static RungResult rung(Result result, String subject) {
    Step step = new Step("send", subject, result, "Sample", "records", "records", "");
    return new RungResult("send", "Send", List.of(step));
  }

  private static Certificate certificate(String subject) {
    List<RungResult> rungs = List.of(rung(Result.PASS, subject));
    Map<String, Long> counts = Certificate.counts(rungs);
    return new Certificate(
        Certificate.FORMAT,
        "water",
        Map.of("zh", "水务局"),
        "pack",
        "00",
        "test",
        "2026-11-22T03:00:00Z",
        "zh",
        Certificate.verdict(counts),
        counts,
        rungs);
  }
}
