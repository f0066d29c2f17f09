package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.ConnectorSettings;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The exchange columns that stand beside the content in a front database ({@code cd_id, cd_time,
 * cd_source, cd_batch, cd_operation}). Settings name those that the partner's tables have; the
 * others are not written. What a row says itself stands: a mapping that changes or deletes must
 * name the {@code cd_id} and operation of its own. Thread-safe.
 */
final class ExchangeColumns {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String INSERT = "I";

  /** What an exchange column holds, and the setting that names it. */
  private enum Content {
    ID("cd-id"),
    TIME("cd-time"),
    SOURCE("cd-source"),
    BATCH("cd-batch"),
    OPERATION("cd-operation");

    private final String setting;

    Content(String setting) {
      this.setting = setting;
    }
  }

  /**
   * What is the same in all rows of a delivery.
   *
   * @param key of the delivery
   * @param at local time at the partner's place
   */
  record Stamp(String key, LocalDateTime at, Optional<String> batch) {}

  private final Map<Content, String> columns = new EnumMap<>(Content.class);
  private final String source;

  ExchangeColumns(ConnectorSettings settings) {
    for (Content content : Content.values()) {
      settings
          .optional(content.setting)
          .map(name -> FrontDatabaseSettings.identifier(settings, content.setting, name))
          .ifPresent(name -> columns.put(content, name));
    }
    source = columns.containsKey(Content.SOURCE) ? settings.required("source-code") : "";
  }

  /** Whether a delivery needs a batch number. */
  boolean batched() {
    return columns.containsKey(Content.BATCH);
  }

  /** Adds the columns to each row that does not have them. */
  void complete(RowBatch batch, Stamp stamp) {
    int number = 0;
    for (ObjectNode row : batch.rows()) {
      number++;
      for (Map.Entry<Content, String> column : columns.entrySet()) {
        if (row.propertyNames().stream().noneMatch(column.getValue()::equalsIgnoreCase)) {
          row.put(column.getValue(), value(column.getKey(), stamp, number));
        }
      }
    }
  }

  private String value(Content content, Stamp stamp, int number) {
    return switch (content) {
      case ID -> stamp.key() + "-" + number;
      case TIME -> TIME.format(stamp.at());
      case SOURCE -> source;
      case BATCH -> stamp.batch().orElseThrow();
      case OPERATION -> INSERT;
    };
  }
}
