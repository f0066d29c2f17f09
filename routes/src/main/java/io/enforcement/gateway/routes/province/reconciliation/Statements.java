package io.enforcement.gateway.routes.province.reconciliation;

import io.enforcement.gateway.routes.province.reconciliation.DigestTree.Range;
import io.enforcement.gateway.standards.model.DigestRange;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import io.enforcement.gateway.standards.model.StatedVersion;
import java.util.List;

/** Ranges and versions as a statement carries them. */
public final class Statements {

  private static final String SHA256 = "sha256:";

  private Statements() {}

  /**
   * Opens ranges in a statement: of a small one all versions are listed, of a large one the ranges
   * below it are told. The first statement of a day opens the range of all, whose prefix is empty.
   */
  public static void open(DigestTree tree, List<String> prefixes, ReconciliationStatement into) {
    for (String prefix : prefixes) {
      Range whole = tree.range(prefix);
      if (whole.count() > DigestTree.LISTED) {
        tree.opened(prefix).forEach(range -> into.getDigestRanges().add(told(range)));
      } else {
        into.getDigestRanges().add(told(whole));
        tree.versions(prefix).forEach(version -> into.getStatedVersions().add(told(version)));
      }
    }
  }

  /** A range as it is told; of an answer: this is what we hold of it, open it. */
  static DigestRange told(Range range) {
    DigestRange told = new DigestRange();
    told.setPrefix(range.prefix().isEmpty() ? null : range.prefix());
    told.setRecordCount(range.count());
    told.setRangeDigest(SHA256 + range.digest());
    return told;
  }

  private static StatedVersion told(SentVersion version) {
    StatedVersion told = new StatedVersion();
    told.setRecordKey(version.actKey());
    told.setPartyKey(version.partyKey().isEmpty() ? null : version.partyKey());
    told.setRecordRevision(version.revision());
    told.setContentDigest(SHA256 + version.digest());
    return told;
  }

  static Range read(DigestRange range) {
    return new Range(prefix(range), range.getRecordCount(), hex(range.getRangeDigest()));
  }

  /** The prefix of a range; empty for the range of all. */
  public static String prefix(DigestRange range) {
    return range.getPrefix() == null ? "" : range.getPrefix();
  }

  static SentVersion read(StatedVersion version) {
    return new SentVersion(
        version.getRecordKey(),
        version.getPartyKey() == null ? "" : version.getPartyKey(),
        version.getRecordRevision(),
        hex(version.getContentDigest()));
  }

  private static String hex(String digest) {
    return digest.substring(digest.indexOf(':') + 1);
  }
}
