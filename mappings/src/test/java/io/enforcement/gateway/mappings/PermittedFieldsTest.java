package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Demand U13: what a subscription does not permit never reaches its translator. */
class PermittedFieldsTest {

  private static final Dictionary DICTIONARY = Dictionary.v1();
  private static final List<String> WORDS = List.of("public", "personal");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TestFactory
  Stream<DynamicTest> noReceiverSeesMoreThanItsFolderPermits() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().receives().stream()
                    .map(
                        exchange ->
                            DynamicTest.dynamicTest(
                                partner + " " + exchange.exchange(),
                                () ->
                                    SubscribedRecords.of(exchange.records())
                                        .forEach(r -> proves(r, exchange)))));
  }

  @Test
  void whatIsPermittedStaysAndTheRecordItselfToo() {
    StandardRecord decision = samples("PenaltyDecision").get(0);
    byte[] before = StandardXml.write(decision);

    PenaltyDecision reduced =
        (PenaltyDecision)
            PermittedFields.of(
                    List.of("PenaltyDecision"), List.of("punishFileNum", "parties.name", "body"))
                .in(decision);

    assertThat(reduced.getPunishFileNum()).isNotBlank();
    assertThat(reduced.getBody().getUscc()).isNotBlank();
    assertThat(reduced.getParties()).isNotEmpty();
    assertThat(reduced.getParties().get(0).getName()).isNotBlank();
    assertThat(reduced.getParties().get(0).getKind()).isNull();
    assertThat(reduced.getIllegalFact()).isNull();
    assertThat(reduced.getRecordUniqueIdentity()).isEqualTo(decision.getRecordUniqueIdentity());
    assertThat(StandardXml.write(decision)).isEqualTo(before);
  }

  @Test
  void aPermissionThatNoRecordKnowsIsAMistake() {
    assertThatThrownBy(
            () -> PermittedFields.of(List.of("PenaltyDecision"), List.of("parties.nmae")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parties.nmae");
    assertThatThrownBy(() -> PermittedFields.of(List.of("Nothing"), List.of("public")))
        .hasMessageContaining("Nothing");
  }

  private static void proves(String record, PartnerSettings.Receives exchange) {
    PermittedFields permitted = PermittedFields.of(List.of(record), inRecord(record, exchange));
    for (StandardRecord sample : samples(record)) {
      List<String> leaves = new ArrayList<>();
      JsonNode seen = JSON.readTree(StandardJson.write(permitted.in(sample)));
      collect(
          seen, DICTIONARY.record(record).orElseThrow().fields(), "", Sensitivity.PUBLIC, leaves);
      assertThat(leaves).allMatch(leaf -> isPermitted(leaf, exchange.fields()), "is permitted");
    }
  }

  /** A subscription of several records may name a path that only one of them has. */
  private static List<String> inRecord(String record, PartnerSettings.Receives exchange) {
    return exchange.fields().stream()
        .filter(
            path ->
                WORDS.contains(path)
                    || DICTIONARY.record(record).orElseThrow().fields().stream()
                        .anyMatch(f -> f.property().equals(path.split("\\.")[0])))
        .toList();
  }

  private static boolean isPermitted(String leaf, List<String> permissions) {
    String path = leaf.substring(leaf.indexOf(' ') + 1);
    return leaf.startsWith("PUBLIC ") && !Collections.disjoint(permissions, WORDS)
        || leaf.startsWith("PERSONAL ") && permissions.contains("personal")
        || permissions.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "."))
        || COMMON.contains(path);
  }

  private static final List<String> COMMON =
      List.of("recordUniqueIdentity", "cdOperation", "revision", "cdTime", "cdSource", "cdBatch");

  private static void collect(
      JsonNode node, List<Field> fields, String prefix, Sensitivity around, List<String> leaves) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Field field =
          fields.stream().filter(f -> f.property().equals(entry.getKey())).findFirst().get();
      Sensitivity here = field.sensitivity().within(around);
      String path = prefix + field.property();
      var part = DICTIONARY.part(field.type());
      if (part.isEmpty()) {
        leaves.add(here + " " + path);
      } else {
        Iterable<JsonNode> values =
            field.isList() ? entry.getValue().values() : List.of(entry.getValue());
        for (JsonNode value : values) {
          collect(value, part.get().fields(), path + ".", here, leaves);
        }
      }
    }
  }

  /** The published samples of a record, wherever the standard lies: folder or jar. */
  private static List<StandardRecord> samples(String record) {
    String folder = "/standards/v1/samples/" + record;
    try {
      URI found = StandardRecord.class.getResource(folder).toURI();
      if (!found.getScheme().equals("jar")) {
        return read(Path.of(found));
      }
      try (FileSystem jar = FileSystems.newFileSystem(found, Map.of())) {
        return read(jar.getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<StandardRecord> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<StandardRecord> records = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".xml")).sorted().toList()) {
        records.add(StandardXml.read(Files.readAllBytes(file)));
      }
      assertThat(records).as("XML samples of %s", folder).isNotEmpty();
      return records;
    }
  }
}
