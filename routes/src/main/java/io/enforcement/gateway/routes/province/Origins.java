package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.province.store.Arrived;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.store.PackStore.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where records are from and what translated them. A pack's mapping is named by its version and the
 * beginning of its digest, a shipped one by the version of the gateway. Thread-safe.
 */
final class Origins {

  private static final int SHORT = 12;

  private final Function<String, Optional<String>> region;
  private final Function<String, List<Version>> packs;
  private final String gateway;

  /**
   * @param region division that a partner stands for
   * @param packs all versions of a partner's own pack
   * @param gateway version of this gateway
   */
  Origins(
      Function<String, Optional<String>> region,
      Function<String, List<Version>> packs,
      String gateway) {
    this.region = region;
    this.packs = packs;
    this.gateway = gateway;
  }

  Origin of(Arrived record) {
    return new Origin(
        record.source(),
        region.apply(record.source()).orElse(null),
        record.messageId(),
        record.part(),
        record.messageDigest(),
        mapping(record.source(), record.receivedAt()),
        record.findings(),
        record.receivedAt(),
        record.translatedAt());
  }

  /** What was in force when the message came; by that it is translated, however late. */
  private String mapping(String source, Instant receivedAt) {
    return packs.apply(source).stream()
        .filter(v -> v.withdrawnAt() == null && !v.inForceFrom().isAfter(receivedAt))
        .max(Comparator.comparing(Version::inForceFrom).thenComparing(Version::version))
        .filter(version -> !version.removal())
        .map(v -> "pack " + v.version() + " " + v.digest().substring(0, SHORT))
        .orElse("gateway " + gateway);
  }
}
