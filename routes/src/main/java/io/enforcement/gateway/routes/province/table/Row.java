package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
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
import tools.jackson.databind.JsonNode;

/**
 * A record as a row of its table. Immutable.
 *
 * @param source the partner that sent it
 * @param sentOn day of its sending, in China: by the source's own time, or else by arrival
 * @param values of all columns but {@code latest} and {@code aggregated_at}, in the order of the
 *     table, as PostgreSQL reads them; null where the record has none
 */
public record Row(
    ProvinceTable table, Version version, String source, LocalDate sentOn, List<String> values) {

  /** Dates of acts are dates in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int DATE = 10;
  private static final HexFormat HEX = HexFormat.of();
  private static final String STANDARD = Dictionary.v1().version();

  /**
   * @param xml the record as the gateway keeps it
   * @throws IllegalArgumentException when it is no record of this table
   */
  public static Row of(ProvinceTable table, byte[] xml, Keys keys, Origin origin) {
    JsonNode tree = RecordTree.read(xml, table.record());
    String operation = tree.path("cdOperation").asString();
    LocalDate day = day(tree, table.record().day());
    List<String> fields = fields(table, tree);
    Version version =
        new Version(
            day == null ? ProvinceTable.NO_YEAR : ProvinceTable.partition(day.getYear()),
            keys.actKey(),
            keys.partyKey(),
            tree.path("revision").asInt(),
            digest(table, operation, fields));
    List<String> values = new ArrayList<>(table.columns().size());
    values.add(Integer.toString(version.year()));
    values.add(day == null ? null : day.toString());
    values.add(version.actKey());
    values.add(version.partyKey());
    values.add(Integer.toString(version.revision()));
    values.add(operation);
    if (table.isRevocation()) {
      values.add(keys.revokedKey());
    }
    values.addAll(provenance(origin, version));
    values.addAll(fields);
    return new Row(table, version, origin.source(), sentOn(tree, origin), values);
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
        origin.findings(),
        origin.receivedAt().toString(),
        origin.translatedAt().toString());
  }

  private static String bytes(String hex) {
    return "\\x" + hex;
  }

  private static LocalDate sentOn(JsonNode tree, Origin origin) {
    LocalDate entered = day(tree, "cdTime");
    return entered == null ? LocalDate.ofInstant(origin.receivedAt(), CHINA) : entered;
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
