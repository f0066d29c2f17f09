package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.FrontDatabase;
import io.enforcement.gateway.routes.sandbox.farside.FrontPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FrontTables;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A partner that is reached through a front-end database. */
public final class FrontSide implements FarSide {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final String SOURCE_CODE = "640104002";

  private final FrontTables tables;
  private final FrontPlatform platform;
  private final Map<String, String> names;
  private final Map<String, SampleRow> rows = new HashMap<>();
  private final String poll;
  private final String mark;

  /**
   * @param database the server, which others may share
   * @param samples documents that show the rows of all its tables
   * @param mark the column in which the gateway says what it has done with a row
   * @param names of tables that the partner calls otherwise than its samples, by those of samples
   * @param poll how often the gateway looks
   */
  public FrontSide(
      String id,
      Path directory,
      FrontDatabase database,
      Secret secret,
      List<JsonNode> samples,
      String mark,
      Map<String, String> names,
      String poll) {
    tables = new FrontTables(samples, mark);
    platform = new FrontPlatform(id, directory, database, secret, tables);
    this.names = Map.copyOf(names);
    this.poll = poll;
    this.mark = mark;
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
    settings.put("poll", poll);
    // Many exchanges share one small server.
    settings.put("pool-size", "1");
    if (!tables.read().isEmpty()) {
      settings.put("flag-column", mark);
      // Its tables hold numbers there, whatever was agreed on.
      settings.putAll(Map.of("unread", "0", "taken", "1", "conflict", "2", "refused", "3"));
    }
    tables.written().forEach(table -> settings.put("table." + table, table));
    // What the gateway calls by another name than the samples.
    names.forEach((exchange, name) -> settings.put("table." + name, exchange));
    return settings;
  }

  @Override
  public Submission send(Sending sending, String key, byte[] document) {
    try {
      SampleRow row = SampleRow.of(document);
      String name = platform.put(row.table(), row.content());
      rows.put(sending.exchange() + " " + name, row);
      return Submission.laid(name);
    } catch (IllegalArgumentException | DataAccessException e) {
      // Its own database would not take it either.
      return Submission.impossible(key);
    }
  }

  @Override
  public Submission again(Sending sending, String name, byte[] document) {
    try {
      SampleRow row = SampleRow.of(document);
      platform.putAgain(row.table(), name, row.content());
      return Submission.laid(name);
    } catch (IllegalArgumentException | DataAccessException e) {
      return Submission.impossible(name);
    }
  }

  @Override
  public Fate fate(Sending sending, String name) {
    SampleRow row = rows.get(sending.exchange() + " " + name);
    if (row == null) {
      return Fate.UNSEEN;
    }
    return switch (platform.mark(row.table(), name, row.content())) {
      case 0 -> Fate.WAITING;
      case 1 -> Fate.TAKEN;
      default -> Fate.ASIDE;
    };
  }

  @Override
  public int look() {
    return platform.look();
  }

  /** The rows that came last: of them the columns that were expected, in their order. */
  @Override
  public Optional<byte[]> arrived(String exchange, String key, byte[] expected) {
    if (!platform.ledger().keys(Event.ARRIVED).containsKey(key)) {
      return Optional.empty();
    }
    ObjectNode document = (ObjectNode) JSON.readTree(expected);
    ArrayNode wanted = (ArrayNode) document.path("rows");
    List<JsonNode> came = platform.rows(document.path("table").asString(), wanted.size());
    ArrayNode found = JSON.createArrayNode();
    for (int i = 0; i < came.size(); i++) {
      ObjectNode row = found.addObject();
      for (String column : wanted.get(i).propertyNames()) {
        row.set(column, came.get(i).path(column.toLowerCase(Locale.ROOT)));
      }
    }
    return Optional.of(JSON.writeValueAsBytes(document.set("rows", found)));
  }
}
