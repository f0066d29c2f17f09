package io.enforcement.gateway.routes.province.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that make the provincial tables and views as the dictionary says. What is there
 * already stays: tables and columns are added, never dropped or retyped; views are made anew.
 *
 * @param runtime role that writes rows
 * @param reader role of data staff
 * @param restrictedReader role of those who may read what is secret as a whole
 */
public record ProvinceSchema(String runtime, String reader, String restrictedReader) {

  /** Where data staff find their views. */
  public static final String OPEN = "province_open";

  /** The first column of every view: whether the act stands. */
  public static final String STANDING = "standing";

  private static final String IN_FORCE = "IN_FORCE";

  /** All of them, in order: a view may read another table than its own. */
  public List<String> statements() {
    List<String> statements = new ArrayList<>();
    ProvinceTable.all().forEach(table -> statements.addAll(ofTable(table)));
    ProvinceTable.all().stream()
        .filter(table -> !table.isRestricted())
        .forEach(table -> statements.addAll(ofView(table)));
    return statements;
  }

  private List<String> ofTable(ProvinceTable table) {
    List<String> statements = new ArrayList<>();
    statements.add(table(table));
    table.columns().stream().map(column -> column(table, column)).forEach(statements::add);
    statements.addAll(indexes(table));
    statements.add(grant("select, insert, update (latest)", table.qualified(), runtime));
    if (table.isRestricted()) {
      statements.add(grant("select", table.qualified(), restrictedReader));
    }
    return statements;
  }

  private List<String> ofView(ProvinceTable table) {
    String view = OPEN + "." + table.name();
    return List.of(
        "drop view if exists " + view,
        "create view " + view + " as " + acts(table, false),
        grant("select", view, reader));
  }

  private static String table(ProvinceTable table) {
    String columns =
        table.columns().stream().map(ProvinceSchema::defined).collect(Collectors.joining(",\n  "));
    return """
    create table if not exists %s (
      %s
    ) partition by list (act_year);
    comment on table %s is %s\
    """
        .formatted(
            table.qualified(),
            columns,
            table.qualified(),
            literal(table.record().label().zh() + " " + table.record().label().en()));
  }

  private static String defined(Column column) {
    String text = '"' + column.name() + "\" " + column.type();
    if (column.name().equals(OwnColumns.AGGREGATED_AT)) {
      return text + " not null default now()";
    }
    return column.required() && !column.isField() ? text + " not null" : text;
  }

  /** What was gained after the table was made, and what people call it. */
  private static String column(ProvinceTable table, Column column) {
    String comment =
        "comment on column %s.\"%s\" is %s"
            .formatted(
                table.qualified(),
                column.name(),
                literal(column.label().zh() + " " + column.label().en()));
    return column.isField() || !column.required()
        ? "alter table %s add column if not exists \"%s\" %s;%n%s"
            .formatted(table.qualified(), column.name(), column.type(), comment)
        : comment;
  }

  private static List<String> indexes(ProvinceTable table) {
    List<String> indexes = new ArrayList<>();
    indexes.add(
        index(
            "unique index",
            table,
            "version",
            "act_key, party_key, revision, content_digest, act_year"));
    // Rows lie nearly in the order of sending, so that a summary of each stretch of them is enough.
    indexes.add(
        "create index if not exists %s_sent on %s using brin (coalesce(cd_time, arrived_at))"
            .formatted(table.name(), table.qualified()));
    if (table.isRevocation()) {
      indexes.add(index("index", table, "revoked", ProvinceTable.REVOKED_KEY));
    }
    return indexes;
  }

  private static String index(String kind, ProvinceTable table, String name, String columns) {
    return "create %s if not exists %s_%s on %s (%s)"
        .formatted(kind, table.name(), name, table.qualified(), columns);
  }

  /**
   * Columns in which it is seen how an act stands, behind {@link #STANDING}.
   *
   * @param personal with those of one personal value; nothing secret, no list with persons
   */
  public static List<Column> seen(ProvinceTable table, boolean personal) {
    return table.columns().stream()
        .filter(column -> !column.name().equals("latest"))
        .filter(column -> column.isPublic() || personal && column.isOnePersonalValue())
        .toList();
  }

  /**
   * How each act stands, with the columns of {@link #seen}; of ordinary kinds only. What is marked
   * restricted is left out.
   */
  public static String acts(ProvinceTable table, boolean personal) {
    String columns =
        seen(table, personal).stream()
            .map(ProvinceSchema::shown)
            .collect(Collectors.joining(",\n  "));
    boolean marked = table.columns().stream().anyMatch(c -> c.name().equals("restricted"));
    return """
    select
      %s as %s,
      %s
    from %s t
    where latest%s\
    """
        .formatted(
            standing(table),
            STANDING,
            columns,
            table.qualified(),
            marked ? " and restricted is not true" : "");
  }

  private static String standing(ProvinceTable table) {
    String otherwise = literal(IN_FORCE);
    if (table.isRevocable()) {
      otherwise =
          """
          coalesce((
              select r.kind from province.revocation r
              where r.revoked_key = t.act_key and r.latest and r.operation <> 'D'
              order by r.revocation_date desc, r.act_key limit 1), %s)\
          """
              .formatted(otherwise);
    }
    return "case when operation = 'D' then 'WITHDRAWN' else %s end".formatted(otherwise);
  }

  private static String shown(Column column) {
    if (column.hidden().isEmpty()) {
      return '"' + column.name() + '"';
    }
    String hidden =
        column.hidden().stream().map(ProvinceSchema::literal).collect(Collectors.joining(", "));
    return "(select jsonb_agg(e - array[%s]) from jsonb_array_elements(%s) e) as %s"
        .formatted(hidden, column.name(), column.name());
  }

  private static String grant(String rights, String on, String to) {
    return "grant %s on %s to %s".formatted(rights, on, to);
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
