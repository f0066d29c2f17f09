package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a partner's format cannot say stands in its folder, in {@code lost.csv}: the permitted
 * fields that no receiver's document depends on. Found by changing one field after another and
 * looking whether a single byte changes; a field that a translator begins or ceases to use changes
 * the list.
 */
class LostFieldsTest {

  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
  private static final String HEADER = "exchange,record,field,label\n";
  private static final Context CONTEXT =
      new Context(
          "0190b6f0-4c1e-7a52-9d3b-5f2a6c8e0d11", Instant.parse("2026-11-22T03:00:00Z"), null);

  @TestFactory
  Stream<DynamicTest> eachFolderListsWhatItsFormatLoses() {
    return PartnerFolder.all().stream()
        .filter(partner -> !partner.settings().receives().isEmpty())
        .map(partner -> DynamicTest.dynamicTest(partner.toString(), () -> check(partner)));
  }

  private static void check(PartnerFolder partner) throws IOException {
    StringBuilder lost = new StringBuilder(HEADER);
    for (PartnerSettings.Receives exchange : partner.settings().receives()) {
      for (String record : SubscribedRecords.of(exchange.records())) {
        lostOf(partner, exchange, record)
            .forEach(
                (path, label) ->
                    lost.append(
                        "%s,%s,%s,%s\n".formatted(exchange.exchange(), record, path, label)));
      }
    }
    Path file = partner.sources().resolve(partner.inVariant("lost", "csv"));
    if (REWRITE) {
      assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
      Files.writeString(file, lost);
    }
    assertThat(file).as("-Dgolden.rewrite=true writes it").exists();
    assertThat(lost.toString()).isEqualTo(Files.readString(file));
  }

  private static Map<String, String> lostOf(
      PartnerFolder partner, PartnerSettings.Receives exchange, String record) {
    PermittedFields permitted = PermittedFields.of(exchange.records(), exchange.fields());
    FromStandard translator = partner.fromStandard(exchange);
    List<RecordTree> seen = new ArrayList<>();
    for (StandardRecord sample : samples(partner, exchange, record)) {
      seen.add(RecordTree.of(permitted.in(sample)));
    }
    Map<String, String> lost = new TreeMap<>();
    for (RecordTree tree : seen) {
      tree.leaves().forEach((path, field) -> lost.put(path, field.label().zh()));
    }
    for (RecordTree tree : seen) {
      Optional<byte[]> before = written(translator, tree.text(), record);
      if (before.isPresent()) {
        lost.keySet().removeIf(path -> says(translator, tree, record, path, before.get()));
      }
    }
    return lost;
  }

  /** Whether the document changes, or cannot be written any more, when this field changes. */
  private static boolean says(
      FromStandard translator, RecordTree tree, String record, String path, byte[] before) {
    Field field = tree.leaves().get(path);
    if (field == null) {
      return false;
    }
    Optional<byte[]> after = written(translator, tree.changed(path, field), record);
    return after.isEmpty() || !Arrays.equals(before, after.get());
  }

  private static Optional<byte[]> written(FromStandard translator, byte[] json, String record) {
    try {
      StandardRecord read = StandardJson.read(json, RecordTypes.of(record).orElseThrow());
      return Optional.of(translator.fromStandard(read, CONTEXT));
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  private static List<StandardRecord> samples(
      PartnerFolder partner, PartnerSettings.Receives exchange, String record) {
    assertThat(Dictionary.v1().record(record)).isPresent();
    return Stream.concat(
            PublishedSamples.of(record).stream(),
            partner.samples(exchange).stream()
                .filter(Sample::isTranslated)
                .map(Sample::record)
                .filter(r -> r.getClass().getSimpleName().equals(record)))
        .toList();
  }
}
