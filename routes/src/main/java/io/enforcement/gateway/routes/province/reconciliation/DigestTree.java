package io.enforcement.gateway.routes.province.reconciliation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Versions in the order of their places, so that both sides can compare ranges of them: a range is
 * all whose places begin alike, and is opened into the sixteen that begin one digit longer (a
 * Merkle tree whose nodes are made when somebody asks). Immutable; any thread.
 */
public final class DigestTree {

  /** A range of so many is listed, not opened further. */
  static final int LISTED = 32;

  private static final String HEX = "0123456789abcdef";

  /** Sorts behind every hex digit. */
  private static final String BEHIND = "g";

  private final List<Placed> placed;

  private record Placed(String place, SentVersion version) {}

  /**
   * A range.
   *
   * @param prefix how the places of its versions begin; empty for all
   * @param digest 64 hex digits over places and contents of its versions
   */
  public record Range(String prefix, int count, String digest) {}

  private DigestTree(List<Placed> placed) {
    this.placed = placed;
  }

  /** Of these, in whatever order. */
  public static DigestTree of(Collection<SentVersion> versions) {
    return new DigestTree(
        versions.parallelStream()
            .map(version -> new Placed(version.place(), version))
            .sorted(Comparator.comparing(Placed::place).thenComparing(p -> p.version().digest()))
            .toList());
  }

  /** The range of this prefix. */
  public Range range(String prefix) {
    MessageDigest digest = sha256();
    List<Placed> within = within(prefix);
    for (Placed each : within) {
      String line = each.place() + " " + each.version().digest() + "\n";
      digest.update(line.getBytes(StandardCharsets.US_ASCII));
    }
    return new Range(prefix, within.size(), HexFormat.of().formatHex(digest.digest()));
  }

  /** The ranges that this one is opened into. */
  List<Range> opened(String prefix) {
    return Arrays.stream(HEX.split("")).map(digit -> range(prefix + digit)).toList();
  }

  /** The versions of a range, by place. */
  List<SentVersion> versions(String prefix) {
    return within(prefix).stream().map(Placed::version).toList();
  }

  private List<Placed> within(String prefix) {
    return placed.subList(first(prefix), first(prefix + BEHIND));
  }

  /** The first place that is not before this text. */
  private int first(String text) {
    int from = 0;
    int to = placed.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (placed.get(middle).place().compareTo(text) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
