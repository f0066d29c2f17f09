package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.CannotStart;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.audit}.
 *
 * @param algorithm {@code sha-256} (when it is not said at the first start) or {@code sm3}; fixed
 *     afterwards
 * @param signature {@code ed25519} or {@code sm2}; when it is not said at the first start, what
 *     goes with the algorithm; fixed afterwards
 * @param keyName name of the secret that holds the signing key (PKCS #8 in PEM); made at the first
 *     start when there is none. The next keys have its name with {@code -2}, {@code -3} …
 * @param export directory that gets every checkpoint, best on another volume; must exist. Absent:
 *     {@code audit} in the data directory
 * @param archive directory that gets the archive files; must exist. Absent: {@code audit/archive}
 *     in the data directory
 * @param online how long events stay in the database after the end of their month; 180 days at
 *     least
 * @param witness URL that gets every checkpoint by POST, as text; absent: none. HTTPS, or a
 *     loopback address
 * @param alarmAfter nothing exported for so long raises the alarm; 15 minutes at most
 * @param stopAfter nothing exported for so long stops the intake; 4 hours at most
 */
@ConfigurationProperties(prefix = "gateway.audit", ignoreUnknownFields = false)
public record AuditSettings(
    String algorithm,
    String signature,
    @DefaultValue("audit-key") String keyName,
    Path export,
    Path archive,
    @DefaultValue("P180D") Duration online,
    URI witness,
    @DefaultValue("PT15M") Duration alarmAfter,
    @DefaultValue("PT4H") Duration stopAfter) {

  private static final Duration LONGEST_ALARM = Duration.ofMinutes(15);
  private static final Duration LONGEST_STOP = Duration.ofHours(4);

  private static final Duration SHORTEST_ONLINE = Duration.ofDays(180);

  public AuditSettings {
    if (online.compareTo(SHORTEST_ONLINE) < 0) {
      throw new CannotStart(
          "gateway.audit.online is %s: it may be set longer than P180D, not shorter."
              .formatted(online));
    }
    if (witness != null && !isSafe(witness)) {
      throw new CannotStart("gateway.audit.witness is " + witness + ": an https URL.");
    }
    requireShort("alarm-after", alarmAfter, LONGEST_ALARM);
    requireShort("stop-after", stopAfter, LONGEST_STOP);
  }

  /** The name of the secret that holds the key of that number. */
  public String keyName(int number) {
    return number == 1 ? keyName : keyName + "-" + number;
  }

  private static boolean isSafe(URI url) {
    return "https".equals(url.getScheme())
        || "http".equals(url.getScheme()) && "127.0.0.1".equals(url.getHost());
  }

  private static void requireShort(String name, Duration time, Duration longest) {
    if (time.isNegative() || time.isZero() || time.compareTo(longest) > 0) {
      throw new CannotStart(
          "gateway.audit.%s is %s: it may be set shorter than %s, not longer."
              .formatted(name, time, longest));
    }
  }
}
