package io.enforcement.gateway.mappings.hotline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.OrderExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An answer about more time must be a later revision of the very record that asked for it. */
class ExtensionRoundTripTest {

  private static final Path SAMPLES =
      Path.of("src/test/java/io/enforcement/gateway/mappings/hotline/samples");
  private static final Path SOURCES =
      Path.of("src/main/java/io/enforcement/gateway/mappings/hotline");
  private static final Context CONTEXT = new Context("key", Instant.EPOCH, "file");

  @Test
  void yunlingAnswersTheRequestThatWeSent() throws IOException {
    answers("yunling", "asked", "applyKey", new YunlingExtensionAnswerToStandard());
  }

  /** Its own form of the moment has no seconds. */
  @Test
  void qingheAnswersTheRequestThatWeSent() throws IOException {
    answers("qinghe", "asked-second-revision", "APPLY_KEY", new QingheExtensionAnswerToStandard());
  }

  private static void answers(String city, String sample, String field, ToStandard translator)
      throws IOException {
    Path samples = SAMPLES.resolve(city);
    OrderExtension asked =
        (OrderExtension)
            StandardXml.read(
                Files.readAllBytes(samples.resolve("order-extension/" + sample + ".in.xml")));
    byte[] request =
        DataOnlyFromStandard.of(
                file(city + "-order-extension.jslt"), Map.of(), ExtensionRoundTripTest::file)
            .fromStandard(asked, CONTEXT);
    String answer =
        Files.readString(samples.resolve("extension-answer/granted.in.json"))
            .replaceFirst(key(field), "\"" + field + "\": \"" + echoed(request, field) + "\"");

    Part part = translator.toStandard(answer.getBytes(UTF_8), CONTEXT).get(0);
    OrderExtension answered = (OrderExtension) ((Part.Translated) part).record();

    assertThat(RecordIdentity.of(answered).actKey())
        .isPresent()
        .isEqualTo(RecordIdentity.of(asked).actKey());
    assertThat(answered.getRecordUniqueIdentity()).isEqualTo(asked.getRecordUniqueIdentity());
    assertThat(answered.getRevision()).isEqualTo(asked.getRevision() + 1);
  }

  private static String echoed(byte[] request, String field) {
    var found = Pattern.compile(key(field)).matcher(new String(request, UTF_8));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String key(String field) {
    return "\"" + field + "\"\\s*:\\s*\"([^\"]*)\"";
  }

  private static String file(String name) {
    try {
      return Files.readString(SOURCES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
