package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.PublishedSamples;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A mapping sees what the published twin says, of every record: the same nodes in the same order.
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
  }
}
