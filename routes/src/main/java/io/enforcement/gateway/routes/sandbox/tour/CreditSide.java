package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.util.Map;

/**
 * The credit platform of the main traffic: on the tour it sends what it has not sent before. It
 * looks by itself, and the main traffic has put it into service.
 */
record CreditSide(CreditPlatform platform) implements FarSide {

  @Override
  public SandboxPartner partner() {
    return platform;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document) {
    SampleRow row = SampleRow.of(document);
    platform.put(row.table(), row.content());
    return true;
  }

  @Override
  public int look() {
    return platform.open();
  }
}
