package io.enforcement.gateway.standards.codes;

import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The administrative divisions: provinces, cities and counties of the whole country, townships of
 * Ningxia, with the codes that ended since 2015. Codes are asked for with 6, 9 or 12 digits;
 * noughts that only fill up, as in {@code 640104000000}, do not matter. Immutable; any thread.
 *
 * <p>Source: GB/T 2260 in the yearly editions of the National Bureau of Statistics, 2015 to 2023;
 * see the decision record "Division codes".
 */
public final class Divisions {

  private static final String FILE = "division.csv";
  private static final String[] HEADER = {
    "code", "name", "validFrom", "validTo", "successor", "source"
  };
  private static final Pattern ROW_CODE = Pattern.compile("[1-9]\\d{5}|[1-9]\\d{8}");
  private static final Pattern ASKED_CODE = Pattern.compile("(\\d{3}){2,4}");

  /** Provinces of which the table has every township, so that one it has not is unknown. */
  private static final Set<String> WITH_TOWNSHIPS = Set.of("64");

  /** Rungs of the code between province and county that are no place; no address says them. */
  private static final Set<String> NO_PLACE = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

  private final Map<String, Division> byCode;
  private final Set<String> citiesWithCounties = new HashSet<>();

  /** Loaded when first asked for, once: a tenth of a second that not every run needs. */
  private static final class Shipped {
    private static final Divisions TABLE = read();

    private static Divisions read() {
      try (InputStream csv = Divisions.class.getResourceAsStream(FILE)) {
        return new Divisions(Map.of()).with(FILE, csv);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Divisions(Map<String, Division> byCode) {
    this.byCode = Collections.unmodifiableMap(byCode);
    byCode.values().stream()
        .filter(division -> division.level() == 3)
        .forEach(county -> citiesWithCounties.add(above(county.code())));
  }

  /** The divisions that come with the standard. */
  public static Divisions shipped() {
    return Shipped.TABLE;
  }

  /**
   * These divisions with local additions: a row with a new code is added, a row with a known code
   * takes the place of what was there.
   *
   * @param name the file's name, for the complaint
   * @param csv columns {@code code,name,validFrom,validTo,successor,source}; several successors are
   *     set apart by blanks
   * @throws IllegalArgumentException when the file is not UTF-8 CSV of these columns, a code is
   *     malformed, comes twice or has no division above it, a day is no date or ends before it
   *     begins, or a successor does not exist; names file and line
   */
  public Divisions with(String name, InputStream csv) {
    List<List<String>> rows = rows(name, csv);
    Map<String, Division> all = new LinkedHashMap<>(byCode);
    Map<String, String> lines = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String line = name + " line " + (i + 2); // the header is line 1
      Division division = division(line, rows.get(i));
      if (lines.put(division.code(), line) != null) {
        throw new IllegalArgumentException(line + " has " + division.code() + " a second time");
      }
      all.put(division.code(), division);
    }
    lines.forEach((code, line) -> checkLinks(line, all.get(code), all.keySet()));
    return new Divisions(all);
  }

  private static List<List<String>> rows(String name, InputStream csv) {
    try {
      return CsvTable.rows(csv, HEADER);
    } catch (IllegalStateException | Rejected e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  private static Division division(String line, List<String> row) {
    String code = row.get(0);
    if (!ROW_CODE.matcher(code).matches() || code.length() == 9 && code.endsWith("000")) {
      throw new IllegalArgumentException(
          line + ": a division code has 6 digits, a township's 9, not '" + code + "'");
    }
    if (row.get(1).isEmpty()) {
      throw new IllegalArgumentException(line + ": " + code + " has no name");
    }
    LocalDate from = day(line, row.get(2));
    LocalDate to = day(line, row.get(3));
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(line + ": " + code + " ends before it begins");
    }
    List<String> successors = row.get(4).isEmpty() ? List.of() : List.of(row.get(4).split(" +"));
    // A few dozen different sources in thousands of rows: keep each text once.
    String source = row.get(5).intern();
    return new Division(code, row.get(1), level(code), from, to, successors, source);
  }

  private static LocalDate day(String line, String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(line + ": '" + text + "' is no date like 2026-01-31", e);
    }
  }

  private static int level(String code) {
    if (code.length() == 9) {
      return 4;
    }
    return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
  }

  private static void checkLinks(String line, Division division, Set<String> codes) {
    if (division.level() > 1 && !codes.contains(above(division.code()))) {
      throw new IllegalArgumentException(
          line + ": there is no division " + above(division.code()) + " above " + division.code());
    }
    for (String successor : division.successors()) {
      if (!codes.contains(successor) || successor.equals(division.code())) {
        throw new IllegalArgumentException(
            line + ": the successor '" + successor + "' is no other division");
      }
    }
  }

  /** The division of this code, in force or not. */
  public Optional<Division> find(String code) {
    return Optional.ofNullable(byCode.get(withoutFilling(code)));
  }

  /**
   * The nearest division above this code that the table has; the code itself need not be there. A
   * county that the province governs directly has the rung between them above it, a township of a
   * city without counties the city.
   */
  public Optional<Division> parent(String code) {
    String above = above(withoutFilling(code));
    while (!above.isEmpty() && !byCode.containsKey(above)) {
      above = above(above);
    }
    return Optional.ofNullable(byCode.get(above));
  }

  /**
   * The name with those above it, as in an address: 宁夏回族自治区银川市兴庆区. Left out above it are rungs that
   * are no place (市辖区) and names that the lower one begins with (嘉峪关市).
   */
  public Optional<String> fullName(String code) {
    Optional<Division> division = find(code);
    if (division.isEmpty()) {
      return Optional.empty();
    }
    String name = division.get().name();
    for (Optional<Division> above = parent(code);
        above.isPresent();
        above = parent(above.get().code())) {
      String its = above.get().name();
      if (!NO_PLACE.contains(its) && !name.startsWith(its)) {
        name = its + name;
      }
    }
    return Optional.of(name);
  }

  /**
   * What the table knows of the code on this day. Never refuses: whether an unknown code is a fault
   * is for the rules to say.
   */
  public DivisionKnowledge knows(String code, LocalDate day) {
    Optional<Division> division = find(code);
    if (division.isPresent()) {
      return division.get().validOn(day) ? DivisionKnowledge.KNOWN : DivisionKnowledge.NOT_IN_FORCE;
    }
    Optional<Division> above = parent(code);
    if (above.isEmpty() || !mayHaveMoreBelow(above.get(), withoutFilling(code))) {
      return DivisionKnowledge.UNKNOWN;
    }
    return above.get().validOn(day)
        ? DivisionKnowledge.KNOWN_ABOVE
        : DivisionKnowledge.NOT_IN_FORCE;
  }

  /** Whether a code without a row can be a division below this one that the table leaves out. */
  private boolean mayHaveMoreBelow(Division above, String code) {
    if (code.length() == 6) {
      return false;
    }
    return switch (above.level()) {
      case 4 -> true;
      case 3 -> !WITH_TOWNSHIPS.contains(code.substring(0, 2));
      case 2 -> code.startsWith(above.code()) && !citiesWithCounties.contains(above.code());
      default -> false;
    };
  }

  /** All divisions of this level, 1 to 4, those that ended included. */
  public Collection<Division> ofLevel(int level) {
    return byCode.values().stream()
        .filter(division -> division.level() == level)
        .collect(Collectors.toUnmodifiableList());
  }

  /** The code one step up, whether there is such a division or not; nothing above a province. */
  private static String above(String code) {
    return switch (code.length()) {
      case 12 -> code.substring(0, 9);
      case 9 -> code.substring(0, 6);
      case 6 -> aboveCounty(code);
      default -> "";
    };
  }

  private static String aboveCounty(String code) {
    return switch (level(code)) {
      case 3 -> code.substring(0, 4) + "00";
      case 2 -> code.substring(0, 2) + "0000";
      default -> "";
    };
  }

  /** The Bureau writes every code with 12 digits: 640104000000 is the county 640104. */
  private static String withoutFilling(String code) {
    if (code == null || !ASKED_CODE.matcher(code).matches()) {
      return "";
    }
    String shorter = code;
    while (shorter.length() > 6 && shorter.endsWith("000")) {
      shorter = shorter.substring(0, shorter.length() - 3);
    }
    return shorter;
  }
}
