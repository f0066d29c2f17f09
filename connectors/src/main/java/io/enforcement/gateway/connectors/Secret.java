package io.enforcement.gateway.connectors;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A secret value that does not print itself. Referenced by name everywhere; only the place that
 * uses it reveals it.
 */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  public String reveal() {
    return value;
  }

  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "****";
  }
}
