package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of one kind of record: a row is a version that some source sent. Immutable; any thread.
 *
 * @param schema where it lies; what is secret as a whole lies apart
 * @param name as in SQL, without the schema
 * @param record the kind
 * @param columns in their order: what the gateway knows of a record, then the record's own fields
 */
public record ProvinceTable(String schema, String name, RecordType record, List<Column> columns) {

  /** Of ordinary kinds. */
  public static final String SCHEMA = "province";

  /** Of kinds that are secret as a whole. */
  public static final String RESTRICTED = "province_restricted";

  /** The year of a version whose record has no day, or one outside 2000 to 2099. */
  public static final int NO_YEAR = 0;

  /** Names the act that a revocation revokes. */
  static final String REVOKED_KEY = "revoked_key";

  private static final String REVOCATION = "Revocation";
  private static final String REVOCABLE = "PenaltyDecision";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  /** Kinds about the exchange itself, which no database of acts holds; those without a key too. */
  private static final Set<String> ABOUT_THE_EXCHANGE =
      Set.of(
          "Query",
          "Answer",
          "ReconciliationStatement",
          "CodeTableUpdate",
          "DutyNotice",
          "DeliveryReport");

  private static final Map<String, ProvinceTable> ALL = tables();

  public ProvinceTable {
    columns = List.copyOf(columns);
  }

  /** All tables, in the order of the standard. */
  public static Collection<ProvinceTable> all() {
    return ALL.values();
  }

  /** The table of this kind of record; empty where the provincial database does not keep it. */
  public static Optional<ProvinceTable> of(String kind) {
    return Optional.ofNullable(ALL.get(kind));
  }

  /** With its schema. */
  public String qualified() {
    return schema + "." + name;
  }

  /** Whether the kind is secret as a whole. */
  public boolean isRestricted() {
    return schema.equals(RESTRICTED);
  }

  /** Whether its acts revoke others. */
  public boolean isRevocation() {
    return record.name().equals(REVOCATION);
  }

  boolean isRevocable() {
    return record.name().equals(REVOCABLE);
  }

  /** The partition of a day: a year, so that nobody can open more than a hundred. */
  static int partition(int year) {
    return year < FIRST_YEAR || year > LAST_YEAR ? NO_YEAR : year;
  }

  private static Map<String, ProvinceTable> tables() {
    Map<String, ProvinceTable> tables = new LinkedHashMap<>();
    for (RecordType record : Dictionary.v1().records()) {
      if (!record.key().isEmpty() && !ABOUT_THE_EXCHANGE.contains(record.name())) {
        tables.put(record.name(), table(record));
      }
    }
    return Collections.unmodifiableMap(tables);
  }

  private static ProvinceTable table(RecordType record) {
    boolean secret = record.part().sensitivity() == Sensitivity.SECRET;
    List<Column> columns = new ArrayList<>(OwnColumns.of(record.name().equals(REVOCATION)));
    columns.addAll(FieldColumns.of(record));
    return new ProvinceTable(
        secret ? RESTRICTED : SCHEMA, FieldColumns.inSql(record.name()), record, columns);
  }
}
