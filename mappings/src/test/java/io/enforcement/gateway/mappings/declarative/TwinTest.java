package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.enforcement.gateway.mappings.PublishedSamples;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mapping sees what the published twin says, of every record: the same nodes in the same order;
 * and what it makes is read as if it had come as bytes.
 */
class TwinTest {

  @TestFactory
  Stream<DynamicTest> isWhatTheWrittenTwinSays() {
    return Dictionary.v1().records().stream()
        .map(RecordType::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> PublishedSamples.of(name).forEach(TwinTest::same)));
  }

  private static void same(StandardRecord record) {
    assertThat(Twin.of(record)).isEqualTo(Trees.read(StandardJson.write(record)));
    assertThat(Trees.write(Twin.of(record))).isEqualTo(StandardJson.write(record));
    assertThat(StandardJson.write(Twin.record(Twin.of(record), record.getClass())))
        .isEqualTo(StandardJson.write(record));
  }

  static Stream<Arguments> wrong() {
    JsonNode deep = TextNode.valueOf("x");
    for (int i = 0; i < 70; i++) {
      deep = JsonNodeFactory.instance.objectNode().set("a", deep);
    }
    return Stream.of(
        arguments("json.surrogate", TextNode.valueOf("\uD840")),
        arguments("json.nul", TextNode.valueOf("a\0b")),
        arguments("json.depth", deep),
        arguments("json.type", IntNode.valueOf(1)),
        arguments("json.type", LongNode.valueOf(1L << 40)),
        arguments("json.type", DecimalNode.valueOf(new BigDecimal("1.50"))),
        arguments("json.type", DoubleNode.valueOf(0.5)),
        arguments("json.type", BooleanNode.TRUE),
        arguments("json.type", JsonNodeFactory.instance.arrayNode().add("x")));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatTheTwinCannotSay(String rule, JsonNode reason) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode().set("reason", reason);

    assertThatThrownBy(() -> Twin.record(tree, Revocation.class))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.findings()).extracting(Finding::rule).containsExactly(rule));
  }

  @Test
  void readsNumbersAsTheyWouldBeWritten() {
    ObjectNode penalty = JsonNodeFactory.instance.objectNode();
    penalty.put("days", 30L).put("amount", 1280.5);
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putArray("penalties").add(penalty);

    assertThat(StandardJson.write(Twin.record(tree, PenaltyDecision.class)))
        .isEqualTo(StandardJson.write(StandardJson.read(Trees.write(tree), PenaltyDecision.class)))
        .asString(StandardCharsets.UTF_8)
        .contains("1280.5")
        .contains("30");
  }
}
