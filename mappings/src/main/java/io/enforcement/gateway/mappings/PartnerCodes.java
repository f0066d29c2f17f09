package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partner's own code list, as data in its folder: a CSV file with the header {@code from,to},
 * where {@code from} is what is read and {@code to} what is written. A value without a row has no
 * meaning to us; it is never guessed and never becomes "other". Immutable; any thread.
 */
public final class PartnerCodes {

  private static final String[] HEADER = {"from", "to"};

  private final String name;
  private final Map<String, String> rows = new LinkedHashMap<>();

  private PartnerCodes(String name) {
    this.name = name;
  }

  private PartnerCodes(String name, InputStream csv) {
    this(name);
    for (List<String> row : CsvTable.rows(csv, HEADER)) {
      add(row.get(0), row.get(1));
    }
  }

  /**
   * The list that lies beside a translator.
   *
   * @throws IllegalStateException when it is missing or damaged: a fault of ours, found at start
   */
  public static PartnerCodes beside(Class<?> translator, String name) {
    InputStream csv = translator.getResourceAsStream(name + ".csv");
    if (csv == null) {
      throw new IllegalStateException("no code list " + name + " beside " + translator.getName());
    }
    return new PartnerCodes(name, csv);
  }

  /** The list in this text, for partners that are data only. */
  public static PartnerCodes of(String name, String csv) {
    return new PartnerCodes(name, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The same list read from right to left, for a format that goes both ways.
   *
   * @throws IllegalStateException when two values mean the same: which one to write would be a
   *     guess
   */
  public PartnerCodes reversed() {
    PartnerCodes reversed = new PartnerCodes(name);
    rows.forEach((from, to) -> reversed.add(to, from));
    return reversed;
  }

  private void add(String from, String to) {
    if (rows.put(from, to) != null) {
      throw new IllegalStateException("code list " + name + " has a value twice");
    }
  }

  /** The file's name without its ending. */
  public String name() {
    return name;
  }

  public Optional<String> to(String from) {
    return Optional.ofNullable(from).map(rows::get);
  }

  /** All that can be read, in the order of the file. */
  public Collection<String> sources() {
    return List.copyOf(rows.keySet());
  }

  /** All that can be written, in the order of the file. */
  public Collection<String> targets() {
    return List.copyOf(rows.values());
  }
}
