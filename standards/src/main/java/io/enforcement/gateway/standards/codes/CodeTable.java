package io.enforcement.gateway.standards.codes;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One code table of the standard, read once from {@code <name>.csv} beside this class. Immutable;
 * any thread.
 *
 * <p>Codes without an official table are our own; the column {@code source} of each row says where
 * it comes from, and {@code validFrom}/{@code validTo} when it may be used.
 */
public final class CodeTable {

  private static final String[] HEADER = {"code", "display", "validFrom", "validTo", "source"};
  private static final String[] INDEX_HEADER = {"table", "title_zh", "title_en"};
  private static final Map<String, List<String>> TITLES = titles();
  private static final Map<String, CodeTable> TABLES = new ConcurrentHashMap<>();

  private final String name;
  private final Map<String, Code> byCode = new LinkedHashMap<>();
  private final Map<String, Code> byDisplay = new LinkedHashMap<>();

  /**
   * One row.
   *
   * @param code the code as it travels
   * @param display its Chinese name
   * @param validFrom first day of use, or null
   * @param validTo last day of use, or null
   * @param source where the row comes from
   */
  public record Code(
      String code, String display, LocalDate validFrom, LocalDate validTo, String source) {

    /** Whether the code could be used on this day. */
    public boolean validOn(LocalDate day) {
      return (validFrom == null || !day.isBefore(validFrom))
          && (validTo == null || !day.isAfter(validTo));
    }
  }

  private CodeTable(String name) {
    this.name = name;
    for (List<String> row : rows(name)) {
      Code code = new Code(row.get(0), row.get(1), day(row.get(2)), day(row.get(3)), row.get(4));
      if (byCode.put(code.code(), code) != null || byDisplay.put(code.display(), code) != null) {
        throw new IllegalStateException("code table " + name + " has " + code + " twice");
      }
    }
  }

  /**
   * The table of this name, one of {@link #names}.
   *
   * @throws IllegalArgumentException when the standard has no such table
   */
  public static CodeTable of(String name) {
    return TABLES.computeIfAbsent(name, CodeTable::new);
  }

  /** The names of all tables of the standard, in alphabetical order. */
  public static Set<String> names() {
    return TITLES.keySet();
  }

  public String name() {
    return name;
  }

  /** What the table is about, in Chinese. */
  public String titleZh() {
    return TITLES.get(name).get(0);
  }

  /** What the table is about, in English. */
  public String titleEn() {
    return TITLES.get(name).get(1);
  }

  public boolean contains(String code) {
    return code != null && byCode.containsKey(code);
  }

  /** The row of this code, for its validity and source. */
  public Optional<Code> find(String code) {
    return Optional.ofNullable(code).map(byCode::get);
  }

  public Optional<String> display(String code) {
    return find(code).map(Code::display);
  }

  /** The code whose display is exactly this text. */
  public Optional<String> codeOf(String display) {
    return Optional.ofNullable(display).map(byDisplay::get).map(Code::code);
  }

  /** All rows in the order of the file. */
  public Collection<Code> codes() {
    return List.copyOf(byCode.values());
  }

  private static Map<String, List<String>> titles() {
    Map<String, List<String>> titles = new TreeMap<>();
    CsvTable.rows(file("tables"), INDEX_HEADER)
        .forEach(row -> titles.put(row.get(0), row.subList(1, row.size())));
    return Collections.unmodifiableMap(titles);
  }

  private static List<List<String>> rows(String name) {
    if (!TITLES.containsKey(name)) {
      throw new IllegalArgumentException("the standard has no code table of this name");
    }
    return CsvTable.rows(file(name), HEADER);
  }

  private static InputStream file(String name) {
    return CodeTable.class.getResourceAsStream(name + ".csv");
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
