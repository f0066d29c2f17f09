package io.enforcement.gateway.connectors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one partner's one exchange for one transport, as read from its {@code
 * partner.yaml} and the installation's endpoint settings. Missing and malformed settings are told
 * by name.
 *
 * @param partner id of the partner
 * @param values plain settings by name
 * @param secrets finds a secret by its name; never returns null
 */
public record ConnectorSettings(
    String partner, Map<String, String> values, Function<String, Secret> secrets) {

  public ConnectorSettings {
    values = Map.copyOf(values);
  }

  /**
   * @throws IllegalArgumentException when the setting is missing
   */
  public String required(String name) {
    return optional(name).orElseThrow(() -> wrong(name, "is missing", null));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(v -> !v.isBlank());
  }

  /** A duration in ISO 8601 ({@code PT10S}). */
  public Duration duration(String name, Duration fallback) {
    try {
      return optional(name).map(Duration::parse).orElse(fallback);
    } catch (java.time.format.DateTimeParseException e) {
      throw wrong(name, "is not a duration like PT10S", e);
    }
  }

  public int number(String name, int fallback) {
    try {
      return optional(name).map(Integer::parseInt).orElse(fallback);
    } catch (NumberFormatException e) {
      throw wrong(name, "is not a whole number", e);
    }
  }

  /** The fault of a setting, told by partner and name. */
  public IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("partner " + partner + ": setting " + name + " " + what);
  }

  /** The secret whose name stands in the given setting. */
  public Secret secret(String name) {
    return secrets.apply(required(name));
  }

  /** The complaint about a setting, for the caller to throw; {@code cause} may be null. */
  public IllegalArgumentException wrong(String name, String what, Exception cause) {
    return new IllegalArgumentException(
        "partner " + partner + ": setting " + name + " " + what, cause);
  }
}
