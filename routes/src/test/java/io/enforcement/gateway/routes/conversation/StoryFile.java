package io.enforcement.gateway.routes.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * A story as it is written: {@code routes/src/test/resources/conversation/<kind>--<case>.yaml}.
 *
 * <pre>
 * kind: crime-transfer
 * told: what happens, in one sentence
 * organs: { ... anchors ... }
 * story:
 *   - CrimeTransfer: { letterNumber: ..., sentAt: ... }
 *     state: SENT
 *     open: [F04]                           # rules of all deadlines that are open now
 *     documents: [CrimeTransfer]            # types of all documents that count, in any order
 *     deadlines: [ "F02 2026-04-03T16:20 MET" ]
 *   - chosen: { record: 4, letter: 1 }      # a person says which letter an unclear record answers
 *     unclear: []
 *   - delivered: { record: 0, to: credit, duty: credit, at: 2026-04-05T10:00:00+08:00 }
 * </pre>
 *
 * What every record carries (identity, operation, revision) may be left out.
 */
final class StoryFile {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> TOLD =
      Set.of(
          "state", "open", "deadlines", "misfits", "documents", "unclear", "delivered", "chosen");

  private final String name;
  private final JsonNode story;

  private StoryFile(String name, JsonNode story) {
    this.name = name;
    this.story = story;
  }

  /** One thing that happens, and how things stand then. */
  record Step(Optional<StandardRecord> document, JsonNode told) {

    Optional<JsonNode> delivery() {
      return Optional.ofNullable(told.get("delivered"));
    }

    Optional<String> state() {
      return Optional.ofNullable(told.get("state")).map(JsonNode::asText);
    }

    List<String> deadlines() {
      return texts("deadlines");
    }

    Optional<Set<String>> open() {
      return Optional.ofNullable(told.get("open")).map(rules -> new TreeSet<>(texts("open")));
    }

    Optional<List<String>> misfits() {
      return Optional.ofNullable(told.get("misfits")).map(types -> texts("misfits"));
    }

    Optional<JsonNode> choice() {
      return Optional.ofNullable(told.get("chosen"));
    }

    Optional<List<String>> documents() {
      return Optional.ofNullable(told.get("documents")).map(types -> texts("documents"));
    }

    Optional<List<String>> unclear() {
      return Optional.ofNullable(told.get("unclear")).map(types -> texts("unclear"));
    }

    private List<String> texts(String field) {
      return StreamSupport.stream(told.path(field).spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }
  }

  static List<StoryFile> all() {
    List<StoryFile> stories = new ArrayList<>();
    try (var files = Files.list(Path.of("src/test/resources/conversation"))) {
      for (Path file : files.sorted().toList()) {
        Object yaml = new Yaml().load(Files.readString(file));
        stories.add(new StoryFile(file.getFileName().toString(), JSON.valueToTree(yaml)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stories;
  }

  String name() {
    return name;
  }

  String kind() {
    return story.get("kind").asText();
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : story.get("story")) {
      steps.add(new Step(document(step, steps.size()), step));
    }
    return steps;
  }

  private Optional<StandardRecord> document(JsonNode step, int number) {
    return StreamSupport.stream(((Iterable<String>) step::fieldNames).spliterator(), false)
        .filter(field -> !TOLD.contains(field))
        .findFirst()
        .map(type -> record(type, (ObjectNode) step.get(type), number));
  }

  private StandardRecord record(String type, ObjectNode fields, int number) {
    ObjectNode whole = fields.deepCopy();
    putAbsent(whole, "recordUniqueIdentity", name + "-" + number);
    putAbsent(whole, "cdOperation", "I");
    if (!whole.has("revision")) {
      whole.put("revision", 1);
    }
    return StandardJson.read(
        whole.toString().getBytes(StandardCharsets.UTF_8), RecordTypes.of(type).orElseThrow());
  }

  private static void putAbsent(ObjectNode fields, String name, String value) {
    if (!fields.has(name)) {
      fields.put(name, value);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
