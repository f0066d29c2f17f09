package io.enforcement.gateway.standards.register;

import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.Operation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One certificate in the register of officers: as its highest revision has it, with the names,
 * bodies and the first day of issue that any revision at hand tells. Immutable; any thread.
 */
public final class OfficerEntry {

  private static final String SUSPENDED = "02";
  private static final String WITHDRAWN = "03";
  private static final String CANCELLED = "04";

  /** Blanks and the dots within names (马·哈桑) are written in many ways. */
  private static final Pattern NOT_OF_THE_NAME = Pattern.compile("[\\s\\u3000·•‧・．.]+");

  private final int revision;
  private final boolean removed;
  private final LocalDate told;
  private final Set<String> names;
  private final Set<String> bodies;
  private final LocalDate issued;
  private final LocalDate validTo;
  private final String state;
  private final LocalDate stateSince;
  private final LocalDate suspendedUntil;

  private OfficerEntry(
      OfficerEntry newest, Set<String> names, Set<String> bodies, LocalDate issued) {
    this.revision = newest.revision;
    this.removed = newest.removed;
    this.told = newest.told;
    this.names = names;
    this.bodies = bodies;
    this.issued = issued;
    this.validTo = newest.validTo;
    this.state = newest.state;
    this.stateSince = newest.stateSince;
    this.suspendedUntil = newest.suspendedUntil;
  }

  OfficerEntry(Officer officer) {
    this.revision = officer.getRevision();
    this.removed = officer.getCdOperation() == Operation.D;
    this.told = officer.getCdTime() == null ? null : officer.getCdTime().toLocalDate();
    this.names = removed ? Set.of() : Set.of(plain(officer.getName()));
    this.bodies = removed ? Set.of() : Set.of(officer.getBody().getUscc().intern());
    this.issued = removed ? null : officer.getCertIssueDate();
    this.validTo = officer.getCertValidTo();
    this.state = officer.getCertStatus();
    this.stateSince = officer.getCertStatusDate();
    this.suspendedUntil = officer.getSuspendedUntil();
  }

  /** This entry and another revision of it. */
  OfficerEntry with(OfficerEntry other) {
    OfficerEntry newest = other.isNewerThan(this) ? other : this;
    return new OfficerEntry(
        newest,
        union(names, other.names),
        union(bodies, other.bodies),
        first(issued, other.issued));
  }

  /** Of the same revision the removal counts. */
  private boolean isNewerThan(OfficerEntry other) {
    return revision > other.revision || revision == other.revision && !other.removed;
  }

  /** Whether it was sent by mistake and withdrawn (同步类型 D). */
  boolean isRemoved() {
    return removed;
  }

  Set<String> bodies() {
    return bodies;
  }

  /** Whether the officer has this name, in whatever way blanks and dots are written. */
  public boolean isNamed(String name) {
    return names.contains(plain(name));
  }

  /**
   * Whether the officer may have acted for this body on that day. People change the body: an entry
   * that was told on that day or later, or does not say when, tells nothing of the day.
   *
   * @param uscc credit code of the body
   */
  public boolean mayActFor(String uscc, LocalDate day) {
    return bodies.contains(uscc) || told == null || !told.isBefore(day);
  }

  /** Why the certificate did not hold on that day; empty where it did, or where nobody tells. */
  public Optional<CertificateFault> faultOn(LocalDate day) {
    if (validTo != null && validTo.isBefore(day)) {
      return Optional.of(CertificateFault.EXPIRED);
    }
    if (issued != null && issued.isAfter(day)) {
      return Optional.of(CertificateFault.NOT_YET_ISSUED);
    }
    return stateSince == null || stateSince.isAfter(day) ? Optional.empty() : stateOn(day);
  }

  private Optional<CertificateFault> stateOn(LocalDate day) {
    return switch (state) {
      case SUSPENDED ->
          suspendedUntil != null && suspendedUntil.isBefore(day)
              ? Optional.empty()
              : Optional.of(CertificateFault.SUSPENDED);
      case WITHDRAWN -> Optional.of(CertificateFault.WITHDRAWN);
      case CANCELLED -> Optional.of(CertificateFault.CANCELLED);
      default -> Optional.empty();
    };
  }

  private static String plain(String name) {
    return NOT_OF_THE_NAME.matcher(name).replaceAll("");
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    if (some.containsAll(others)) {
      return some;
    }
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return Set.copyOf(all);
  }

  private static LocalDate first(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
