package io.enforcement.gateway.routes.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.declarative.TranslationReport;
import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmRule;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.console.RoutesApi;
import io.enforcement.gateway.routes.failure.FailureClass;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.payload.TextDiff;
import io.enforcement.gateway.routes.payload.Translated.Reading;
import io.enforcement.gateway.routes.payload.UnmaskReason;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.ProposalStore;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import io.enforcement.gateway.standards.model.Severity;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One set of words in two languages: none is missing, none is left over. */
class ConsoleTextsTest {

  private static final Pattern LITERAL = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");

  /** Words whose keys a template or a page puts together. */
  private static final Pattern PUT_TOGETHER =
      Pattern.compile(
          "(page|state|role|milestone|class|offer|offer\\.why|proposal|rhythm|window|stage"
              + "|environment|reason|sign-in|password|factor|search|entry|payload\\.reading|change|unmask|alarms\\.severity|quality\\.severity)\\..*");

  private final Properties chinese = words("zh");
  private final Properties english = words("en");

  @Test
  void bothLanguagesHaveTheSameKeysAndEachItsWord() {
    assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    assertThat(chinese.values()).noneMatch(word -> word.toString().isBlank());
    assertThat(english.values())
        .noneMatch(word -> word.toString().isBlank())
        .noneMatch(word -> word.toString().matches(".*\\p{IsHan}.*"));
  }

  static Stream<Arguments> enumerations() {
    return Stream.of(
        Arguments.of("state", MessageState.values()),
        Arguments.of("state", DeliveryState.values()),
        Arguments.of("state", RecordState.values()),
        Arguments.of("state", ReplayJobStore.State.values()),
        Arguments.of("state", ProposalStore.State.values()),
        Arguments.of("state", DeadlineState.values()),
        Arguments.of("state", Alarm.Kind.values()),
        Arguments.of("alarms.severity", AlarmRule.Severity.values()),
        Arguments.of("quality.severity", Severity.values()),
        Arguments.of("state", RoutesApi.State.values()),
        Arguments.of("state", TranslationReport.Result.values()),
        Arguments.of("payload.reading", unread()),
        Arguments.of("change", TextDiff.Change.values()),
        Arguments.of("unmask", UnmaskReason.values()),
        Arguments.of("window", RoutesApi.Window.values()),
        Arguments.of("milestone", Milestone.values()),
        Arguments.of("role", Role.values()),
        Arguments.of("class", FailureClass.values()),
        Arguments.of("offer", FailureClass.Offer.values()),
        Arguments.of("offer.why", FailureClass.Offer.values()),
        Arguments.of("proposal", ProposalStore.Kind.values()),
        Arguments.of("rhythm", PartnerFile.Rhythm.values()),
        Arguments.of("environment", ConsoleSettings.Environment.values()));
  }

  /** What is read whole is shown and needs no word. */
  private static Reading[] unread() {
    return EnumSet.complementOf(EnumSet.of(Reading.WHOLE)).toArray(Reading[]::new);
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void eachConstantThatAPageMayShowHasAWord(String prefix, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      assertThat(chinese.stringPropertyNames()).contains(prefix + "." + constant.name());
    }
  }

  @Test
  void whatTemplatesNameIsThereAndNothingElse() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String template : ConsoleFiles.templates().values()) {
      LITERAL.matcher(template).results().map((MatchResult m) -> m.group(1)).forEach(named::add);
    }
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(chinese.stringPropertyNames()).containsAll(named);
    assertThat(
            chinese.stringPropertyNames().stream()
                .filter(key -> !PUT_TOGETHER.matcher(key).matches()))
        .isSubsetOf(named);
  }

  private static Properties words(String language) {
    String file = "/" + ConsoleConfiguration.TEXTS + "_" + language + ".properties";
    try (Reader text =
        new InputStreamReader(
            ConsoleTextsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      Properties words = new Properties();
      words.load(text);
      return words;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
