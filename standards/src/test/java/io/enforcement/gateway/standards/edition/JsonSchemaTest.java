package io.enforcement.gateway.standards.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.enforcement.gateway.standards.GeneratedRecords;
import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema and the XSD judge alike, whatever they are shown. */
class JsonSchemaTest {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> SCHEMAS = new HashMap<>();

  private static final Set<String> SPOILT_RECORDS = new HashSet<>();
  private static final List<JsonNode> SPOILT =
      List.of(
          MAPPER.readTree("\"\""),
          MAPPER.readTree("\"x\""),
          MAPPER.readTree("\"" + "长".repeat(5001) + "\""),
          MAPPER.readTree("-1"),
          MAPPER.readTree("1.005"),
          MAPPER.readTree("true"),
          MAPPER.readTree("{}"),
          MAPPER.readTree("[]"));

  @TestFactory
  Stream<DynamicTest> samplesAndWhatIsMadeOfThem() {
    return SampleFiles.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    SampleFiles.record(sample) + "/" + sample.getFileName(), () -> agree(sample)));
  }

  @TestFactory
  Stream<DynamicTest> generatedRecords() {
    GeneratedRecords records = new GeneratedRecords(7);
    return Dictionary.v1().records().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type.name(),
                    () -> {
                      for (int i = 0; i < 5; i++) {
                        String json = text(StandardJson.write(records.record(type)));
                        assertThat(complaints(type.name(), json)).as(json).isEmpty();
                      }
                    }));
  }

  private static void agree(Path sample) {
    String record = SampleFiles.record(sample);
    String json = text(StandardJson.write(SampleFiles.read(sample)));
    assertThat(complaints(record, json)).isEmpty();
    // One sample of each record is spoilt in every way, the others are only made to lack things.
    boolean first = SPOILT_RECORDS.add(record);
    for (String spoilt : variants(MAPPER.readTree(json), first ? SPOILT : List.of())) {
      List<String> complaints = complaints(record, spoilt);
      assertThat(complaints.isEmpty())
          .as("JSON Schema says %s of %s", complaints, spoilt)
          .isEqualTo(xsdAccepts(record, spoilt));
    }
  }

  /** The record with every single value removed or replaced. */
  private static List<String> variants(JsonNode whole, List<JsonNode> values) {
    List<String> variants = new ArrayList<>();
    vary(whole, whole, values, variants);
    return variants;
  }

  private static void vary(
      JsonNode whole, JsonNode at, List<JsonNode> values, List<String> variants) {
    if (at instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        vary(whole, value, values, variants);
        for (JsonNode spoilt : values) {
          object.set(name, spoilt);
          variants.add(whole.toString());
        }
        object.set(name, value);
      }
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        object.remove(name);
        variants.add(whole.toString());
        object.set(name, value);
      }
      object.put("unknown", 1);
      variants.add(whole.toString());
      object.remove("unknown");
    } else if (at instanceof ArrayNode array) {
      array.forEach(each -> vary(whole, each, values, variants));
    }
  }

  private static boolean xsdAccepts(String record, String json) {
    try {
      StandardRecord read =
          StandardJson.read(
              json.getBytes(StandardCharsets.UTF_8), RecordTypes.of(record).orElseThrow());
      // The rules run too: they must bear whatever is absent.
      return StandardValidator.shipped().check(read, Samples.TODAY).findings().stream()
          .map(Finding::rule)
          .noneMatch(rule -> rule.startsWith("structure."));
    } catch (Rejected e) {
      return false;
    }
  }

  private static List<String> complaints(String record, String json) {
    return SCHEMAS
        .computeIfAbsent(record, JsonSchemaTest::schema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
        .toList();
  }

  private static Schema schema(String record) {
    RecordType type = Dictionary.v1().record(record).orElseThrow();
    return REGISTRY.getSchema(text(JsonSchema.of(Dictionary.v1(), type)), InputFormat.JSON);
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
