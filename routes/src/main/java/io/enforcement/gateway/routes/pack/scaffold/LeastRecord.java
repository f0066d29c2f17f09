package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.ResourceFolder;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The least that a record of one type can say and still be accepted: one of the standard's own
 * samples, from which everything is taken that neither schema nor rules ask for.
 */
final class LeastRecord {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Class<? extends StandardRecord> type;
  private final LocalDate today;
  private final ObjectNode tree;

  private LeastRecord(
      Class<? extends StandardRecord> type, LocalDate today, StandardRecord sample) {
    this.type = type;
    this.today = today;
    this.tree = tree(sample);
  }

  /**
   * The record.
   *
   * @param today the day against which dates are judged
   */
  static StandardRecord of(String name, LocalDate today) {
    Class<? extends StandardRecord> type = RecordTypes.of(name).orElseThrow();
    StandardRecord sample =
        samples(name)
            .map(bytes -> read(bytes, type))
            .filter(record -> isAccepted(record, today))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no sample of " + name));
    LeastRecord least = new LeastRecord(type, today, sample);
    PartType part = Dictionary.v1().record(name).orElseThrow().part();
    least.reduce(least.tree, part);
    return least.read().orElseThrow();
  }

  /** The record as a tree of its JSON twin. */
  static ObjectNode tree(StandardRecord record) {
    return (ObjectNode) JSON.readTree(StandardJson.write(record));
  }

  private void reduce(ObjectNode node, PartType part) {
    for (Field field : part.fields()) {
      JsonNode value = node.get(field.property());
      if (value == null || !field.isMandatory() && without(node, field.property(), value)) {
        continue;
      }
      if (value instanceof ArrayNode list) {
        shorten(list);
      }
      Optional<PartType> below = Dictionary.v1().part(field.type());
      if (below.isPresent()) {
        for (JsonNode each : value.isArray() ? value.values() : List.of(value)) {
          reduce((ObjectNode) each, below.get());
        }
      }
    }
  }

  /** Takes the value out, if the record is accepted without it. */
  private boolean without(ObjectNode node, String property, JsonNode value) {
    node.remove(property);
    boolean accepted = isAccepted();
    if (!accepted) {
      node.set(property, value);
    }
    return accepted;
  }

  private void shorten(ArrayNode list) {
    for (int last = list.size() - 1; last > 0; last--) {
      JsonNode taken = list.remove(last);
      if (!isAccepted()) {
        list.add(taken);
        return;
      }
    }
  }

  private boolean isAccepted() {
    return read().filter(record -> isAccepted(record, today)).isPresent();
  }

  private Optional<StandardRecord> read() {
    try {
      return Optional.of(StandardJson.read(JSON.writeValueAsBytes(tree), type));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  private static boolean isAccepted(StandardRecord record, LocalDate today) {
    return StandardValidator.shipped().check(record, today).findings().stream()
        .noneMatch(Finding::refuses);
  }

  private static StandardRecord read(byte[] bytes, Class<? extends StandardRecord> type) {
    return bytes[0] == '<' ? StandardXml.read(bytes) : StandardJson.read(bytes, type);
  }

  /** What the standard publishes, the shortest first. */
  private static Stream<byte[]> samples(String name) {
    ClassLoader loader = StandardRecord.class.getClassLoader();
    try {
      return ResourceFolder.names(loader, "standards/v1/samples/" + name).stream()
          .map(file -> bytes(loader, file))
          .sorted(Comparator.comparingInt(bytes -> bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ClassLoader loader, String file) {
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
