package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.FrontDatabase;
import io.enforcement.gateway.routes.sandbox.farside.FrontPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FrontTables;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A guest that is reached through a front-end database. */
final class FrontSide implements FarSide {

  private static final String SOURCE_CODE = "640104002";

  private final FrontTables tables;
  private final FrontPlatform platform;
  private final Map<String, String> names;

  FrontSide(
      Guest guest, Path directory, FrontDatabase database, Secret secret, TourSamples samples) {
    tables = new FrontTables(samples.rows(guest));
    platform = new FrontPlatform(guest.id(), directory, database, secret, tables);
    names = Places.of(guest).sends();
  }

  @Override
  public SandboxPartner partner() {
    return platform;
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", platform.jdbcUrl());
    settings.put("user", platform.role());
    settings.put("source-code", SOURCE_CODE);
    settings.put("poll", Tour.POLL);
    // Many exchanges share one small server.
    settings.put("pool-size", "1");
    settings.put("flag-column", FrontTables.FLAG);
    tables.written().forEach(table -> settings.put("table." + table, table));
    // What the gateway calls by another name than the samples.
    names.forEach((exchange, name) -> settings.put("table." + name, exchange));
    return settings;
  }

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document) {
    SampleRow row = SampleRow.of(document);
    platform.put(row.table(), row.content());
    return true;
  }

  @Override
  public int look() {
    return platform.look();
  }
}
