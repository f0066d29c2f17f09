package io.enforcement.gateway.standards.register;

import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.Officer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registers of officers and items, as far as somebody put them at hand. A body of which they
 * hold nothing is not known to them: nothing can be said of its acts. Immutable; any thread.
 */
public final class Registers {

  private static final Registers NONE = new Builder().build();

  private final RegisterRecords records;

  private final Map<String, OfficerEntry> officers;
  private final Map<String, List<ItemEntry>> items;
  private final Set<String> bodiesOfOfficers = new HashSet<>();
  private final Set<String> bodiesOfItems = new HashSet<>();

  private Registers(
      Map<String, OfficerEntry> officers,
      Map<String, List<ItemEntry>> items,
      RegisterRecords records) {
    this.records = records;
    this.officers = officers;
    this.items = items;
    officers.values().forEach(officer -> bodiesOfOfficers.addAll(officer.bodies()));
    items.values().forEach(same -> same.forEach(item -> bodiesOfItems.addAll(item.bodies())));
  }

  /** Registers that hold nothing. */
  public static Registers none() {
    return NONE;
  }

  /** The officer with this certificate (执法证号). */
  public Optional<OfficerEntry> officer(String certNo) {
    return Optional.ofNullable(officers.get(certNo.strip()));
  }

  /**
   * All entries with this item code of supervision, of all bodies and times; empty when unknown.
   */
  public List<ItemEntry> items(String superviseItemCode) {
    return items.getOrDefault(superviseItemCode, List.of());
  }

  /** What the entries were made of, for who asks about one of them. */
  public RegisterRecords records() {
    return records;
  }

  /** Whether any officer of the body with this credit code is known. */
  public boolean holdOfficersOf(String uscc) {
    return bodiesOfOfficers.contains(uscc);
  }

  /** Whether any item of the body with this credit code is known by an item code of supervision. */
  public boolean holdItemsOf(String uscc) {
    return bodiesOfItems.contains(uscc);
  }

  /**
   * Gathers records that are sound in structure, in any order. Of several revisions of one
   * certificate, or of one version of an item, the highest counts; one that was withdrawn (同步类型 D)
   * is as if it had never been. Used by one thread.
   */
  public static final class Builder {

    private final Map<String, OfficerEntry> officers = new HashMap<>();
    private final Map<Version, ItemEntry> items = new HashMap<>();
    private final RegisterRecords.Builder records = new RegisterRecords.Builder();

    private record Version(String taskCode, int number) {}

    /** Adds one revision of an officer. */
    public Builder add(Officer officer) {
      officers.merge(officer.getCertNo().strip(), new OfficerEntry(officer), OfficerEntry::with);
      records.add(officer);
      return this;
    }

    /** Adds one revision of one version of an item. */
    public Builder add(EnforcementItem item) {
      ItemEntry entry = new ItemEntry(item);
      items.merge(new Version(entry.taskCode(), entry.version()), entry, ItemEntry::with);
      records.add(item);
      return this;
    }

    /** Everything gathered so far. */
    public Registers build() {
      Map<String, OfficerEntry> known = new HashMap<>(officers);
      known.values().removeIf(OfficerEntry::isRemoved);
      return new Registers(Map.copyOf(known), byCode(), records.build());
    }

    private Map<String, List<ItemEntry>> byCode() {
      Map<String, List<ItemEntry>> versions =
          items.values().stream()
              .filter(item -> !item.isRemoved())
              .collect(Collectors.groupingBy(ItemEntry::taskCode));
      return versions.values().stream()
          .flatMap(all -> all.stream().map(item -> item.among(all)))
          .filter(item -> item.code() != null)
          .collect(Collectors.groupingBy(ItemEntry::code, Collectors.toUnmodifiableList()));
    }
  }
}
