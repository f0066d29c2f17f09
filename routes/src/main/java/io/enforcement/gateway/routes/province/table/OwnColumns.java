package io.enforcement.gateway.routes.province.table;

import java.util.ArrayList;
import java.util.List;

/** The columns of what the gateway itself knows of a record: its version and where it is from. */
final class OwnColumns {

  /** When the row was written; the database says it. */
  static final String AGGREGATED_AT = "aggregated_at";

  /** What the check of the record found. */
  private static final String FINDINGS = "findings";

  private static final String TIME = "timestamptz";

  private static final List<Column> VERSION =
      List.of(
          Column.own(
              "act_year",
              "smallint",
              true,
              "行为年度",
              "Year of the day of the act, which is its partition; 0 without one"),
          Column.own("act_day", "date", false, "行为日期", "Day of the act, in China"),
          Column.own("act_key", "text", true, "自然主键", "Body, kind and number: the act"),
          Column.own(
              "party_key", "text", true, "当事人键", "Digest over the parties who share a number"),
          Column.own("revision", "integer", true, "版本号", "Revision, as the source counts"),
          Column.own("operation", "text", true, "同步类型", "I new, U changed, D wrongly sent"),
          Column.own("latest", "boolean", true, "是否最新版本", "No later version is held"));

  private static final List<Column> PROVENANCE =
      List.of(
          Column.own("source", "text", true, "来源系统", "Partner that sent it first"),
          Column.own("region", "text", false, "来源地区", "Division that this partner stands for"),
          Column.own("message_id", "uuid", true, "消息标识", "Message that brought it"),
          Column.own("part", "integer", true, "消息内序号", "Its place in the message"),
          Column.own("message_digest", "bytea", true, "消息摘要", "SHA-256 of the bytes as received"),
          Column.own(
              "content_digest",
              "bytea",
              true,
              "内容摘要",
              "SHA-256 of the content, without what tells of its transfer"),
          Column.own("mapping_version", "text", true, "映射版本", "Pack or gateway that translated it"),
          Column.own(
              "standard_version",
              "text",
              true,
              "标准和代码表版本",
              "Version of the standard and its code tables"),
          Column.own(
              FINDINGS,
              Column.PARTS,
              false,
              "校验发现",
              "Rules that it breaks, as they were found when it came: severity, rule, path"),
          Column.own("arrived_at", TIME, true, "接收时间", "Received from the source"),
          Column.own("translated_at", TIME, true, "转换校验时间", "Translated and checked"),
          Column.own(AGGREGATED_AT, TIME, true, "归集时间", "Written into this table"));

  private OwnColumns() {}

  static List<Column> of(boolean revocation) {
    List<Column> columns = new ArrayList<>(VERSION);
    if (revocation) {
      columns.add(
          Column.own(ProvinceTable.REVOKED_KEY, "text", false, "被撤销决定主键", "Act that it revokes"));
    }
    columns.addAll(PROVENANCE);
    return columns;
  }
}
