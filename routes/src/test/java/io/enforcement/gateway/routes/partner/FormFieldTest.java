package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.standards.validation.Rejected;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document in a form: read strictly or not at all. */
class FormFieldTest {

  private static final String DOCUMENT = "{\"案\":\"𠮷&=+ %\"}";

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void readsTheDocumentAndLeavesTheOtherFields(String charset) {
    String form =
        "kind=02&data="
            + URLEncoder.encode(DOCUMENT, Charset.forName(charset))
            + "&empty=&note=%C4%E3+x";
    if (charset.equals("UTF-8")) {
      form = form.replace("%C4%E3", "%E4%BD%A0");
    }
    assertThat(read(form, "charset", charset)).isEqualTo(DOCUMENT);
  }

  @Test
  void readsGb18030WhoseSecondByteIsLeftPlain() {
    assertThat(read("data=%954%B25", "charset", "GB18030")).isEqualTo("𠮷");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data=%            | intake.form-encoding",
        "data=%4           | intake.form-encoding",
        "data=%zz          | intake.form-encoding",
        "data=%4&a=1       | intake.form-encoding",
        "data=%FF%FE       | intake.form-encoding",
        "data=a b          | intake.form-encoding",
        "data=案           | intake.form-encoding",
        "data              | intake.form-encoding",
        "data=1&&a=1       | intake.form-encoding",
        "data=1&           | intake.form-encoding",
        "''                | intake.form-encoding",
        "other=1           | intake.form-field",
        "Data=1            | intake.form-field",
        "data=1&data=2     | intake.form-twice",
        "data=1&d%61ta=1   | intake.form-twice",
        "data=1&a=1&a=2    | intake.form-twice"
      })
  void refusesWhatIsNoSoundForm(String form, String rule) {
    assertThatThrownBy(() -> read(form))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.findings().get(0).rule()).isEqualTo(rule));
  }

  @Test
  void boundsTheNumberOfFields() {
    String fields =
        IntStream.range(0, 32).mapToObj(i -> "&f" + i + "=").collect(Collectors.joining());
    assertThatThrownBy(() -> read("data=1" + fields))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.findings().get(0).rule()).isEqualTo("intake.form-fields"));
    assertThat(read("data=1" + fields.substring(4))).isEqualTo("1");
  }

  @Test
  void anExchangeComesAsAFormOrNot() {
    ConnectorSettings form = settings();
    ConnectorSettings plain = new ConnectorSettings("water", Map.of(), name -> new Secret("x"));
    assertThat(agreed(form)).isPresent();
    assertThat(FormField.agreed(plain, List.of("application/json"))).isEmpty();
    for (List<String> accepts :
        List.of(
            List.<String>of(),
            List.of("application/json"),
            List.of(FormField.MEDIA_TYPE, "application/json"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FormField.agreed(form, accepts))
          .withMessageStartingWith("partner water: setting form-field goes with");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FormField.agreed(plain, List.of(FormField.MEDIA_TYPE)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreed(settings("charset", "GBK")))
        .withMessage("partner water: setting charset is neither UTF-8 nor GB18030");
  }

  private static String read(String form, String... settings) {
    FormField field = agreed(settings(settings)).orElseThrow();
    return new String(
        field.document(form.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private static Optional<FormField> agreed(ConnectorSettings settings) {
    return FormField.agreed(settings, List.of(FormField.MEDIA_TYPE));
  }

  private static ConnectorSettings settings(String... more) {
    Map<String, String> values =
        more.length == 0
            ? Map.of("form-field", "data")
            : Map.of("form-field", "data", more[0], more[1]);
    return new ConnectorSettings("water", values, name -> new Secret("x"));
  }
}
