package io.enforcement.gateway.routes.province.table;

import java.util.Comparator;

/**
 * One version of one act. What it is follows from its content alone, and so does which of two
 * versions counts: the higher revision, and of two that claim the same one the greater digest.
 *
 * @param year its partition
 * @param partyKey empty where a number belongs to one act
 * @param digest of its content, 64 hex digits
 */
public record Version(int year, String actKey, String partyKey, int revision, String digest)
    implements Comparable<Version> {

  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::revision).thenComparing(Version::digest);

  /** The act that it is a version of. */
  public record Act(String actKey, String partyKey) {}

  public Act act() {
    return new Act(actKey, partyKey);
  }

  /** Compares versions of one act. */
  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
