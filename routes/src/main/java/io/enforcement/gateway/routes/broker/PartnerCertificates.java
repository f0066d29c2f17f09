package io.enforcement.gateway.routes.broker;

import io.enforcement.gateway.routes.CannotStart;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * Which partner a client certificate belongs to, as the site says: by its SHA-256 fingerprint
 * ({@code SHA256:} and 64 hexadecimal digits), or by its subject ({@code CN=..., O=...}) where an
 * authority that the trust store names vouches for subjects. Several for one partner while it
 * changes its certificate. Immutable.
 */
final class PartnerCertificates {

  private static final String FINGERPRINT = "SHA256:";

  private final Map<String, String> byFingerprint = new HashMap<>();
  private final Map<X500Principal, String> bySubject = new HashMap<>();

  /**
   * @throws CannotStart when an entry is neither, or stands for two partners
   */
  PartnerCertificates(Map<String, List<String>> ofPartners) {
    ofPartners.forEach((partner, entries) -> entries.forEach(entry -> add(partner, entry)));
  }

  Optional<String> partner(X509Certificate certificate) {
    return Optional.ofNullable(byFingerprint.get(fingerprint(certificate)))
        .or(() -> Optional.ofNullable(bySubject.get(certificate.getSubjectX500Principal())));
  }

  private void add(String partner, String entry) {
    String before;
    if (entry.startsWith(FINGERPRINT)) {
      String hex = entry.substring(FINGERPRINT.length()).replace(":", "").toLowerCase(Locale.ROOT);
      if (hex.length() != 64 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
        throw wrong(partner, "is not SHA256: and 64 hexadecimal digits");
      }
      before = byFingerprint.put(hex, partner);
    } else {
      try {
        before = bySubject.put(new X500Principal(entry), partner);
      } catch (IllegalArgumentException e) {
        throw wrong(partner, "is neither SHA256:... nor a subject like CN=...");
      }
    }
    if (before != null && !before.equals(partner)) {
      throw wrong(partner, "is also that of partner " + before);
    }
  }

  private static CannotStart wrong(String partner, String what) {
    return new CannotStart(
        "gateway.broker.amqp.certificates." + partner + ": a certificate " + what + ".");
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was checked has an encoding", e);
    }
  }
}
