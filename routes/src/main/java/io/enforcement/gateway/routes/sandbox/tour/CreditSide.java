package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.SampleRow;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import java.util.Map;
import java.util.Optional;

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
  public Submission send(Sending sending, String key, byte[] document) {
    SampleRow row = SampleRow.of(document);
    platform.put(row.table(), row.content());
    return new Submission(true, key, 0, "");
  }

  @Override
  public int look() {
    return platform.open();
  }

  @Override
  public Optional<byte[]> arrived(String exchange, String key, byte[] expected) {
    return Optional.empty();
  }
}
