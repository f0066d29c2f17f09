package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as a row of its table. Immutable.
 *
 * @param values of all columns but {@code latest} and {@code aggregated_at}, in the order of the
 *     table, as PostgreSQL reads them; null where the record has none
 */
public record Row(ProvinceTable table, Version version, List<String> values) {

  /** Dates of acts are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int DATE = 10;
  private static final HexFormat HEX = HexFormat.of();
  private static final String STANDARD = Dictionary.v1().version();

  /**
   * @throws IllegalArgumentException when the record has no key of its own
   */
  public static Row of(ProvinceTable table, StandardRecord record, Origin origin) {
    RecordIdentity identity = RecordIdentity.of(record);
    String actKey =
        identity
            .actKey()
            .orElseThrow(() -> new IllegalArgumentException(table.name() + " without a key"));
    JsonNode tree = tree(record);
    LocalDate day = day(tree, table.record().day());
    List<String> fields = fields(table, tree);
    Version version =
        new Version(
            day == null ? ProvinceTable.NO_YEAR : ProvinceTable.partition(day.getYear()),
            actKey,
            identity.partyKey().orElse(""),
            record.getRevision(),
            digest(table, record.getCdOperation().name(), fields));
    List<String> values = new ArrayList<>(table.columns().size());
    values.add(Integer.toString(version.year()));
    values.add(day == null ? null : day.toString());
    values.add(actKey);
    values.add(version.partyKey());
    values.add(Integer.toString(version.revision()));
    values.add(record.getCdOperation().name());
    if (table.isRevocation()) {
      values.add(identity.revokedKey().orElse(null));
    }
    values.addAll(provenance(origin, version));
    values.addAll(fields);
    return new Row(table, version, values);
  }

  /** The columns that {@link #values} are of. */
  public static List<Column> columns(ProvinceTable table) {
    return table.columns().stream()
        .filter(c -> !c.name().equals("latest") && !c.name().equals(OwnColumns.AGGREGATED_AT))
        .toList();
  }

  private static List<String> provenance(Origin origin, Version version) {
    return Arrays.asList(
        origin.source(),
        origin.region(),
        origin.messageId().toString(),
        Integer.toString(origin.part()),
        bytes(HEX.formatHex(origin.messageDigest())),
        bytes(version.digest()),
        origin.mappingVersion(),
        STANDARD,
        origin.receivedAt().toString(),
        origin.translatedAt().toString());
  }

  private static String bytes(String hex) {
    return "\\x" + hex;
  }

  private static JsonNode tree(StandardRecord record) {
    try (JsonParser tokens = StandardJson.tokens(record)) {
      return JsonMapper.shared().readTree(tokens);
    }
  }

  private static LocalDate day(JsonNode tree, String path) {
    String text = path == null ? null : text(at(tree, List.of(path.split("\\."))));
    if (text == null) {
      return null;
    }
    return text.length() == DATE
        ? LocalDate.parse(text)
        : OffsetDateTime.parse(text).atZoneSameInstant(CHINA).toLocalDate();
  }

  private static List<String> fields(ProvinceTable table, JsonNode tree) {
    List<String> values = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.isField()) {
        JsonNode value = at(tree, column.path());
        values.add(column.type().equals(Column.PARTS) ? parts(value) : text(value));
      }
    }
    return values;
  }

  private static JsonNode at(JsonNode tree, List<String> path) {
    JsonNode node = tree;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }

  private static String parts(JsonNode list) {
    return list.isMissingNode() || list.isEmpty() ? null : list.toString();
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    return value.isArray() ? array(value) : value.asString();
  }

  /** As PostgreSQL writes an array; every value stands in quotes. */
  private static String array(JsonNode list) {
    return list.valueStream()
        .map(v -> '"' + v.asString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * Over names and values of what is there: a field that the standard gains later, and this record
   * does not have, changes nothing. No value holds the zero that stands between them.
   */
  private static String digest(ProvinceTable table, String operation, List<String> fields) {
    MessageDigest digest = sha256();
    digest.update(operation.getBytes(StandardCharsets.UTF_8));
    int place = 0;
    for (Column column : table.columns()) {
      if (column.isField()) {
        String value = fields.get(place++);
        if (value != null && column.isContent()) {
          digest.update((byte) 0);
          digest.update(column.name().getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(value.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    return HEX.formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
