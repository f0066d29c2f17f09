package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.calendar.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that draws the state machines says what the tables say; this test writes it. */
class ConversationPageTest {

  private static final Path PAGE = Path.of("../docs/conversations.md");

  private static final String HEAD =
      """
      # Conversations and deadlines

      <!-- written by ConversationPageTest with -Dgolden.rewrite=true -->

      Each kind of conversation with its states, whose turn it is in each, what moves it, and its rules of the deadline table. Drawn from
      `conversation/kinds/*.yaml` and `conversation/deadlines*.csv`. An edge names the record that makes it; what else must hold of the record
      stands in the file. `AWAITED`, the state of a conversation whose answers came before the document that opens it, is left out. A rule
      that is not followed never opens a deadline: no record of the standard has the day, and the doubt says which is missing. A figure is no
      duty but a number of days that an edge asks for.
      """;

  @Test
  void thePageSaysWhatTheTablesSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    DeadlineTable table = DeadlineTable.shipped();
    StringBuilder page = new StringBuilder(HEAD);
    for (Kind kind : Kinds.shipped().all()) {
      page.append("\n## ").append(kind.label().zh()).append(" / ").append(kind.label().en());
      page.append("\n\n`").append(kind.name()).append("`");
      page.append(kind.restricted() ? ", restricted" : "").append(". ").append(kind.basis());
      page.append("\n\n").append(states(kind.states().values())).append(drawing(kind));
      page.append(rules(table.all().stream().filter(r -> r.kind().equals(kind.name())).toList()));
    }
    return page.toString();
  }

  private static String states(Collection<Kind.State> states) {
    return states.stream()
        .map(
            state ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        state.name(),
                        state.label().zh(),
                        state.label().en(),
                        state.isFinal() ? "end" : state.owner()))
        .collect(
            Collectors.joining(
                "", "| state | 状态 | in words | turn of |\n|---|---|---|---|\n", "\n"));
  }

  private static String drawing(Kind kind) {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (Kind.Move move : kind.moves()) {
      Collection<String> from = move.opens() ? List.of("[*]") : new TreeSet<>(move.from());
      if (move.to() != null) {
        from.forEach(
            state ->
                edges
                    .computeIfAbsent(state + " --> " + move.to(), e -> new TreeSet<>())
                    .add(move.record().replace(":", " ")));
      }
    }
    StringBuilder drawing = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    edges.forEach(
        (edge, records) ->
            drawing.append("  %s : %s\n".formatted(edge, String.join(", ", records))));
    kind.states().values().stream()
        .filter(Kind.State::isFinal)
        .forEach(state -> drawing.append("  %s --> [*]\n".formatted(state.name())));
    return drawing.append("```\n").toString();
  }

  private static String limit(DeadlineRule rule) {
    return rule.severity() == DeadlineRule.Severity.NOT_FOLLOWED
        ? "not followed"
        : (rule.isFigure() ? "figure: " : "")
            + rule.limit().map(Limit::toString).orElse("as stated");
  }

  private static String rules(List<DeadlineRule> rules) {
    if (rules.isEmpty()) {
      return "";
    }
    return rules.stream()
        .map(
            rule ->
                "| %s%s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                        rule.id(),
                        rule.region().isEmpty() ? "" : " (" + rule.region() + ")",
                        limit(rule),
                        rule.owner(),
                        rule.duty().zh() + " " + rule.duty().en(),
                        rule.basis(),
                        rule.doubt() == null ? "" : rule.doubt().zh()))
        .collect(
            Collectors.joining(
                "",
                "\n| rule | limit | owed by | duty | basis | doubt |\n|---|---|---|---|---|---|\n",
                ""));
  }
}
