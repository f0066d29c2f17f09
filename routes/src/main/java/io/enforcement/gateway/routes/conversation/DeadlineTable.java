package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.format.CsvTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The deadline table: {@code deadlines.csv} for the country, {@code deadlines-<division code>.csv}
 * for a region, whose rows go before rows of the same id; of several regions the longest code.
 * Immutable; any thread.
 */
public final class DeadlineTable {

  private static final String FILES = "classpath*:conversation/deadlines*.csv";
  private static final Pattern NAME = Pattern.compile("deadlines(?:-(\\d{2,12}))?\\.csv");

  /** Of a rule that says nothing about a warning. */
  private static final Limit AT_ITS_END = Limit.of(0, LimitUnit.CD);

  /** Between the type of a trigger and the state that it must lead into. */
  private static final String INTO = ">";

  /** Ends the type of an answer that is one for the parties only that it names. */
  private static final String BY_PARTY = "+parties";

  private static final String[] HEADER =
      ("id,kind,trigger,when,start,limit,stated,owner,answer,answer_when,done,warn,severity,told_before,"
              + "told_after,zh,en,doubt_zh,doubt_en,basis,valid_from,valid_to,finding")
          .split(",");

  private final List<DeadlineRule> rules;
  private final Map<String, Map<String, DeadlineRule>> byRegion = new HashMap<>();
  private final Map<String, Map<String, List<DeadlineRule>>> kindsByRegion = new HashMap<>();

  private DeadlineTable(List<DeadlineRule> rules) {
    this.rules =
        rules.stream()
            .sorted(
                Comparator.comparing(DeadlineRule::id)
                    .thenComparing(rule -> rule.region().length()))
            .toList();
    Stream.concat(Stream.of(""), rules.stream().map(DeadlineRule::region))
        .distinct()
        .forEach(this::index);
  }

  private void index(String region) {
    Map<String, DeadlineRule> byId = new LinkedHashMap<>();
    rules.stream()
        .filter(rule -> region.startsWith(rule.region()))
        .forEach(rule -> byId.put(rule.id(), rule));
    byRegion.put(region, byId);
    kindsByRegion.put(
        region, byId.values().stream().collect(Collectors.groupingBy(DeadlineRule::kind)));
  }

  /** The longest code that some rules have and that the region begins with. */
  private String indexed(String region) {
    return byRegion.keySet().stream()
        .filter(region::startsWith)
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  /**
   * The files that come with the gateway.
   *
   * @throws IllegalArgumentException when one is not as it should be; names the file and the rule
   */
  public static DeadlineTable shipped() {
    List<DeadlineRule> rules = new ArrayList<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        rules.addAll(read(file.getFilename(), file.getContentAsByteArray()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deadline tables cannot be listed", e);
    }
    if (rules.isEmpty()) {
      throw new IllegalStateException("there is no deadline table on the class path");
    }
    return new DeadlineTable(rules);
  }

  /**
   * The same with a site's own files on top.
   *
   * @param folder may come into being later
   * @throws IllegalArgumentException when a file is not as it should be
   * @throws UncheckedIOException when one cannot be read
   */
  public static DeadlineTable with(Path folder) {
    DeadlineTable table = shipped();
    if (!Files.isDirectory(folder)) {
      return table;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DeadlineTable::isTable).sorted().toList()) {
        table = table.with(file.getFileName().toString(), Files.readAllBytes(file));
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("deadline tables cannot be read", e);
    }
  }

  private static boolean isTable(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  private DeadlineTable with(String file, byte[] csv) {
    List<DeadlineRule> all = new ArrayList<>(rules);
    for (DeadlineRule rule : read(file, csv)) {
      all.removeIf(r -> r.id().equals(rule.id()) && r.region().equals(rule.region()));
      all.add(rule);
    }
    return new DeadlineTable(all);
  }

  private static List<DeadlineRule> read(String file, byte[] csv) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "a deadline table is called deadlines.csv or deadlines-<division code>.csv, not " + file);
    }
    String region = Optional.ofNullable(name.group(1)).orElse("");
    try {
      return CsvTable.rows(new ByteArrayInputStream(csv), HEADER).stream()
          .map(row -> rule(file, region, row))
          .toList();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static DeadlineRule rule(String file, String region, List<String> row) {
    try {
      String[] trigger = row.get(2).split(INTO, 2);
      return new DeadlineRule(
          row.get(0),
          version(row),
          region,
          row.get(1),
          trigger[0],
          trigger.length == 1 ? null : trigger[1],
          Selector.of(row.get(3)),
          words(row.get(4)),
          optional(row.get(5), Limit::parse),
          optional(row.get(6), path -> path).orElse(null),
          row.get(7),
          words(row.get(8)).stream().map(DeadlineTable::type).toList(),
          words(row.get(8)).stream()
              .filter(answer -> answer.endsWith(BY_PARTY))
              .map(DeadlineTable::type)
              .collect(Collectors.toUnmodifiableSet()),
          Selector.of(row.get(9)),
          words(row.get(10)),
          optional(row.get(11), Limit::parse).orElse(AT_ITS_END),
          DeadlineRule.Severity.valueOf(row.get(12).toUpperCase(Locale.ROOT).replace('-', '_')),
          words(row.get(13)),
          words(row.get(14)),
          new Label(row.get(15), row.get(16)),
          row.get(17).isEmpty() ? null : new Label(row.get(17), row.get(18)),
          row.get(19),
          optional(row.get(20), LocalDate::parse).orElse(null),
          optional(row.get(21), LocalDate::parse).orElse(null),
          optional(row.get(22), duty -> duty).orElse(null));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ", rule " + row.get(0) + ": " + e.getMessage(), e);
    }
  }

  private static String type(String answer) {
    return answer.endsWith(BY_PARTY)
        ? answer.substring(0, answer.length() - BY_PARTY.length())
        : answer;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  private static <T> Optional<T> optional(String text, Function<String, T> read) {
    return text.isBlank() ? Optional.empty() : Optional.of(read.apply(text));
  }

  private static String version(List<String> row) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\u0000", row).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rows, of all regions, by id. */
  public List<DeadlineRule> all() {
    return rules;
  }

  /**
   * The rules of a kind as they hold in a region.
   *
   * @param region a division code
   */
  List<DeadlineRule> of(String kind, String region) {
    return kindsByRegion.get(indexed(region)).getOrDefault(kind, List.of());
  }

  /** The rule of this id as it holds in a region. */
  public Optional<DeadlineRule> rule(String id, String region) {
    return Optional.ofNullable(byRegion.get(indexed(region)).get(id));
  }

  /**
   * Ids of the rules whose breach is a finding, of all regions.
   *
   * @param duty only of this one, {@code U01} to {@code U09}; null for all
   */
  public Set<String> findings(String duty) {
    return rules.stream()
        .filter(rule -> duty == null ? rule.finding() != null : duty.equals(rule.finding()))
        .map(DeadlineRule::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The rules that people mean by an id: that rule, or where a row of law became several rules
   * ({@code P11a}, {@code P11b}), all of them.
   */
  public List<DeadlineRule> meant(String id, String region) {
    return rule(id, region)
        .map(List::of)
        .orElseGet(
            () -> in(region).stream().filter(rule -> rule.id().matches(id + "[a-z]")).toList());
  }

  /** The rules as they hold in a region, by id. */
  public Collection<DeadlineRule> in(String region) {
    return Collections.unmodifiableCollection(byRegion.get(indexed(region)).values());
  }
}
