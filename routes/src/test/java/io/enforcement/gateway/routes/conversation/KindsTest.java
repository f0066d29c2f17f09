package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.partner.RecordProperties;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.Property;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every state machine and every row of the deadline table. */
class KindsTest {

  private static final Pattern WORD = Pattern.compile("'[^']*'|[A-Za-z_][A-Za-z0-9_]*");
  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "BETWEEN", "TRUE", "FALSE");

  static Collection<Kind> kinds() {
    return Kinds.shipped().all();
  }

  static List<DeadlineRule> rules() {
    return DeadlineTable.shipped().all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_state_can_be_reached(Kind kind) {
    Set<String> reached = new HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Kind.Move move : kind.moves()) {
        boolean starts = move.opens() || move.from().stream().anyMatch(reached::contains);
        more |= starts && move.to() != null && reached.add(move.to());
      }
    }
    assertThat(reached).isEqualTo(kind.states().keySet());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_state_has_an_owner_or_is_final(Kind kind) {
    assertThat(kind.states().values())
        .allSatisfy(
            state ->
                assertThat(state.isFinal() || kind.roles().containsKey(state.owner()))
                    .as(state.name())
                    .isTrue());
    assertThat(kind.states().values()).anyMatch(Kind.State::isFinal);
    assertThat(kind.states()).doesNotContainKey(Kind.AWAITED);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_edge_is_caused_by_a_record_that_finds_its_way(Kind kind) {
    assertThat(kind.moves())
        .allSatisfy(
            move -> {
              assertThat(kind.states().keySet()).containsAll(move.from());
              assertThat(move.to() == null || kind.states().containsKey(move.to()))
                  .as(move.toString())
                  .isTrue();
              if (move.record().startsWith(Document.DELIVERED)) {
                return;
              }
              assertThat(kind.records()).contains(move.record());
              if (move.another() != null) {
                exists(move.record(), move.another());
              }
              if (move.within() != null) {
                assertThat(DeadlineTable.shipped().rule(move.within(), ""))
                    .as(move.within())
                    .hasValueSatisfying(rule -> assertThat(rule.isFigure()).isTrue());
              }
              move.where().keySet().forEach(path -> exists(move.record(), path));
              if (move.list() == null) {
                asksOnly(move.when().toString(), move.record());
              } else {
                exists(move.record(), move.list());
              }
            });
    assertThat(kind.moves().stream().map(Kind.Move::record))
        .as("records without a move")
        .containsAll(kind.records());
    assertThat(kind.moves()).anyMatch(Kind.Move::opens);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void every_path_leads_somewhere(Kind kind) {
    kind.roles()
        .values()
        .forEach(fields -> fields.forEach(field -> exists(field.record(), field.path())));
    numbersExist(kind.keys());
    numbersExist(kind.shared());
    numbersExist(kind.letters());
    numbersExist(kind.answers());
    assertThat(kind.records())
        .containsAll(kind.letters().keySet())
        .containsAll(kind.answers().keySet());
    kind.pauses().stream()
        .filter(pause -> pause.list() == null && pause.days() == null)
        .forEach(
            pause -> {
              exists(pause.record(), pause.from());
              exists(pause.record(), pause.until());
            });
    kind.pauses().stream()
        .filter(pause -> pause.days() != null)
        .forEach(pause -> exists(pause.record(), pause.days()));
    kind.extensions().stream()
        .filter(extension -> extension.list() == null)
        .forEach(
            extension -> {
              exists(extension.record(), extension.granted());
              exists(extension.record(), extension.until());
            });
    kind.overtakings()
        .forEach(
            overtaking -> {
              assertThat(kind.records()).contains(overtaking.record());
              asksOnly(overtaking.when().toString(), overtaking.record());
            });
    kind.pauses().stream()
        .filter(pause -> pause.list() != null)
        .forEach(pause -> exists(pause.record(), pause.list()));
  }

  private static void numbersExist(Map<String, List<Kind.KeyPath>> numbers) {
    numbers.forEach(
        (record, paths) ->
            paths.forEach(
                path -> {
                  exists(record, path.number());
                  if (path.organ() != null) {
                    exists(record, path.organ());
                  }
                }));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void every_rule_fits_its_kind(DeadlineRule rule) {
    Kind kind = Kinds.shipped().named(rule.kind()).orElseThrow();
    assertThat(kind.roles()).containsKey(rule.owner());
    assertThat(kind.roles().keySet()).containsAll(rule.toldBefore()).containsAll(rule.toldAfter());
    assertThat(rule.severity() == DeadlineRule.Severity.NOT_FOLLOWED || rule.isFigure())
        .as("a rule that cannot start says so")
        .isEqualTo(rule.start().isEmpty());
    if (rule.isFigure()) {
      assertThat(rule.limit()).isPresent();
      return;
    }
    if (rule.start().isEmpty()) {
      assertThat(rule.doubt()).as("why " + rule.id() + " is not followed").isNotNull();
      return;
    }
    assertThat(kind.records()).contains(rule.trigger());
    assertThat(rule.into() == null || kind.states().containsKey(rule.into())).isTrue();
    assertThat(rule.duty().zh()).isNotBlank();
    assertThat(rule.duty().en()).isNotBlank();
    assertThat(rule.basis()).isNotBlank();
    asksOnly(rule.when().toString(), rule.trigger());
    rule.start().forEach(path -> exists(rule.trigger(), path));
    if (rule.stated() != null) {
      exists(rule.trigger(), rule.stated());
    }
    assertThat(rule.limit().isPresent() || rule.stated() != null || rule.start().isEmpty())
        .isTrue();
    records(rule).forEach(answer -> assertThat(kind.records()).contains(answer));
    assertThat(rule.answers()).containsAll(rule.byParty());
    assertThat(
            records(rule)
                .flatMap(answer -> RecordProperties.names(answer).stream())
                .collect(Collectors.toSet()))
        .containsAll(asked(rule.answerWhen().toString()));
    assertThat(
            records(rule)
                .allMatch(
                    answer ->
                        rule.asksForPresence()
                            || rule.done().stream().anyMatch(path -> has(answer, path))))
        .as("an answer of %s can say when it was given", rule.id())
        .isTrue();
  }

  private static Stream<String> records(DeadlineRule rule) {
    return rule.answers().stream().filter(answer -> !answer.startsWith(Document.DELIVERED));
  }

  private static void asksOnly(String selector, String record) {
    Set<String> known = new HashSet<>(RecordProperties.names(record));
    known.add(Content.FINDINGS);
    assertThat(known).as(record + ": " + selector).containsAll(asked(selector));
  }

  private static Set<String> asked(String selector) {
    return WORD.matcher(selector)
        .results()
        .map(match -> match.group())
        .filter(word -> !word.startsWith("'"))
        .filter(word -> !OPERATORS.contains(word.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static void exists(String record, String path) {
    assertThat(has(record, path)).as(record + "." + path).isTrue();
  }

  private static boolean has(String record, String path) {
    PartType part =
        Dictionary.v1().record(record).orElseThrow(() -> new AssertionError(record)).part();
    try {
      return path.equals("arrival") || Property.of(part.generated(), path) != null;
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
