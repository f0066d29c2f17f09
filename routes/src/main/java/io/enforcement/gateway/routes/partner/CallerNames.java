package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.security.CallerProof;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Under which names partners call, by the way they prove it: the partner's id, or what the site's
 * settings say ({@code caller-id}, {@code caller-certificate}); and which certificates somebody
 * must show who proves it in another way. Filled at start, then read by many threads.
 */
final class CallerNames {

  /** The setting that names the certificates by which a partner calls. */
  static final String CERTIFICATE = "caller-certificate";

  private static final String FINGERPRINT = "sha256:";

  private final Map<CallerProof, Map<String, String>> partners = new EnumMap<>(CallerProof.class);
  private final Map<String, Set<String>> besides = new HashMap<>();

  /**
   * @param settings what the site says about the partner
   * @throws IllegalArgumentException when a name is missing, malformed or another partner's
   */
  void add(String partner, CallerProof proof, Map<String, String> settings) {
    for (String name : names(partner, proof, settings)) {
      String other =
          partners.computeIfAbsent(proof, p -> new HashMap<>()).putIfAbsent(name, partner);
      if (other != null) {
        throw wrong(partner, setting(proof), "is that of partner " + other);
      }
    }
    if (proof != CallerProof.MUTUAL_TLS && settings.containsKey(CERTIFICATE)) {
      besides.put(partner, Set.copyOf(certificates(partner, settings.get(CERTIFICATE))));
    }
  }

  /** The certificates one of which its connection must show beside another proof; mostly none. */
  Set<String> certificates(String partner) {
    return besides.getOrDefault(partner, Set.of());
  }

  Optional<String> partner(CallerProof proof, String name) {
    return Optional.ofNullable(partners.getOrDefault(proof, Map.of()).get(name));
  }

  private static List<String> names(
      String partner, CallerProof proof, Map<String, String> settings) {
    return switch (proof) {
      case GATEWAY -> List.of(partner);
      case SHARING_PLATFORM, PROVINCIAL -> List.of(settings.getOrDefault(setting(proof), partner));
      case MUTUAL_TLS -> certificates(partner, settings.get(setting(proof)));
    };
  }

  private static String setting(CallerProof proof) {
    return proof == CallerProof.MUTUAL_TLS ? CERTIFICATE : "caller-id";
  }

  private static List<String> certificates(String partner, String text) {
    if (text == null || text.isBlank()) {
      throw wrong(partner, CERTIFICATE, "is missing");
    }
    if (!text.toLowerCase(Locale.ROOT).startsWith(FINGERPRINT)) {
      return List.of(subject(partner, text));
    }
    List<String> names = new ArrayList<>();
    Stream.of(text.split(",")).forEach(each -> names.add(fingerprint(partner, each.strip())));
    return names;
  }

  private static String subject(String partner, String text) {
    try {
      return "subject:" + new X500Principal(text).getName(X500Principal.CANONICAL);
    } catch (IllegalArgumentException e) {
      throw wrong(partner, CERTIFICATE, "is neither sha256:… nor a subject");
    }
  }

  private static String fingerprint(String partner, String text) {
    String name = text.toLowerCase(Locale.ROOT);
    String digits = name.substring(name.indexOf(':') + 1).replace(":", "");
    if (!name.startsWith(FINGERPRINT)
        || digits.length() != 64
        || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw wrong(partner, CERTIFICATE, "is not sha256: and 64 hexadecimal digits");
    }
    return FINGERPRINT + digits;
  }

  private static IllegalArgumentException wrong(String partner, String setting, String what) {
    return new IllegalArgumentException("partner " + partner + ": setting " + setting + " " + what);
  }
}
