package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.enforcement.gateway.routes.conversation.StoryFile.Step;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of conversation, told from documents to documents: see {@link StoryFile}. */
class ConversationStoryTest {

  private static final int ORDERS = 30;

  static List<StoryFile> stories() {
    return StoryFile.all();
  }

  @Test
  void every_kind_is_told() {
    assertThat(stories()).extracting(StoryFile::kind).containsAll(kinds());
  }

  private static List<String> kinds() {
    return Kinds.shipped().all().stream().map(Kind::name).toList();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goes_as_it_is_told(StoryFile story) {
    Told told = Told.of(story.kind());
    List<StandardRecord> came = new ArrayList<>();
    List<Step> steps = story.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      step.document().ifPresent(came::add);
      happen(told, step, came);
      assertThat(told.owedAfterTheEnd()).as(told.state()).isEmpty();
      String where = story + ", step " + i;
      step.state().ifPresent(state -> assertThat(told.state()).as(where).isEqualTo(state));
      step.open().ifPresent(rules -> assertThat(told.open()).as(where).isEqualTo(rules));
      step.misfits().ifPresent(m -> assertThat(told.misfits()).as(where).isEqualTo(m));
      step.documents()
          .ifPresent(
              types ->
                  assertThat(told.documents())
                      .as(where)
                      .containsExactlyInAnyOrderElementsOf(types));
      step.unclear().ifPresent(u -> assertThat(told.unclear()).as(where).isEqualTo(u));
      step.deadlines().forEach(line -> assertThat(told.all()).as(where).contains(line));
    }
  }

  /**
   * Documents come late, early and twice: how things stand in the end is the same, and on the way
   * there nobody owes an answer in a conversation that is over.
   */
  @ParameterizedTest
  @MethodSource("stories")
  void ends_the_same_in_whatever_order_its_documents_come(StoryFile story) {
    List<Step> steps = story.steps();
    List<StandardRecord> all =
        steps.stream().flatMap(step -> step.document().stream()).collect(Collectors.toList());
    Told inOrder = Told.of(story.kind());
    steps.forEach(step -> happen(inOrder, step, all));
    // One source for all orders: short lists shuffled by neighbouring seeds all end alike.
    Random random = new Random(17);
    for (int seed = 0; seed < ORDERS; seed++) {
      List<Step> order = new ArrayList<>(steps);
      order.addAll(steps.subList(0, steps.size() / 2));
      Collections.shuffle(order, random);
      Told shuffled = Told.of(story.kind());
      for (Step step : order) {
        happen(shuffled, step, all);
        assertThat(shuffled.owedAfterTheEnd()).as("order %s: %s", seed, shuffled.state()).isEmpty();
      }
      assertThat(shuffled.state()).as("order %s", seed).isEqualTo(inOrder.state());
      assertThat(shuffled.all()).as("order %s", seed).isEqualTo(inOrder.all());
      assertThat(shuffled.unclear()).as("order %s", seed).isEqualTo(inOrder.unclear());
      assertThat(shuffled.misfits()).as("order %s", seed).isEqualTo(inOrder.misfits());
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void has_documents_that_the_intake_would_take(StoryFile story) {
    StandardValidator validator = StandardValidator.shipped();
    for (Step step : story.steps()) {
      step.document()
          .ifPresent(
              record -> {
                StandardXml.Checked checked = validator.check(record, LocalDate.of(2026, 12, 31));
                assertThat(checked.findings().stream().filter(Finding::refuses))
                    .as("%s: %s", story, record.getClass().getSimpleName())
                    .isEmpty();
              });
    }
  }

  private static void happen(Told told, Step step, List<StandardRecord> came) {
    step.document().ifPresent(told::came);
    step.delivery().ifPresent(delivery -> deliver(told, delivery, came));
    step.choice()
        .ifPresent(
            choice ->
                told.answers(
                    came.get(choice.get("record").asInt()),
                    came.get(choice.get("letter").asInt())));
  }

  private static void deliver(Told told, JsonNode delivery, List<StandardRecord> came) {
    told.sent(
        came.get(delivery.get("record").asInt()),
        delivery.get("to").asText(),
        delivery.path("duty").asText(null),
        delivery.path("at").asText(null));
  }
}
