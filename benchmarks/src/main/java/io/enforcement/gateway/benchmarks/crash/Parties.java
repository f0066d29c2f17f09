package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Evidence.Receiver;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.Lines;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Both far sides of the gateway: the partners that send and the receivers of all classes. */
final class Parties implements AutoCloseable {

  private static final String HOUSING = "housing";

  /** Short rungs, and many: after the last kill nobody waits for minutes. */
  private static final String LADDER =
      "PT1S, PT1S, PT2S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S";

  private static final String RECEIVER_YAML =
      """
      partner: %1$s
      name: { zh: 试验接收方, en: Trial receiver }
      credentials: %1$s
      receives:
        - exchange: penalty-decision
          via: %2$s
          records: [PenaltyDecision]
          basis: measurement
          purpose: measurement
          fields: [public, parties, illegalFact]
          effect: %3$s
          translator: penalty-decision.jslt
          contentType: application/json
          retry: [%5$s]
          concurrency: 2
          settings: { %4$s }
      """;
  private static final String REST = "credentials: %s, accepted: \"/status=OK\"";
  private static final String RECORD =
      ".caseReference.caseNumber + \"|\" + .punishFileNum + \"|\" + .revision";
  private static final String REST_MAPPING =
      "{\"record\": " + RECORD + ", \"result\": .punishResult, \"parties\": .parties}";
  private static final String TABLE_MAPPING =
      "{\"table\": \"records\", \"rows\": [{\"RECORD\": " + RECORD + "}]}";

  private static final String ROWS_YAML =
      """
      partner: %1$s
      name: { zh: 试验前置库发送方, en: Trial sender of rows }
      credentials: %1$s
      sends:
        - exchange: penalty-decision
          via: frontdb
          format: { type: json }
          translator: penalty-decision.jslt
          settings: { table: %2$s, key-column: id, flag-column: flag, poll: PT0.5S }
      quota: { messagesPerSecond: 1000 }
      """;

  private static final String QUEUE_YAML =
      """
      partner: %1$s
      name: { zh: 试验队列发送方, en: Trial sender of queued messages }
      credentials: %1$s
      sends:
        - exchange: penalty-decision
          via: jms
          accepts: [application/json]
          translator: housingPenaltyDecision
          settings: { queue: %2$s, aside: %3$s, poll: PT0.5S }
      quota: { messagesPerSecond: 1000 }
      """;

  private final Map<Receiver, HttpReceiver> http = new EnumMap<>(Receiver.class);
  private final FrontTable table;
  private final FrontRows rows;
  private final PartnerQueue queue;
  private final DropFolder drop;
  private final String password;
  private final SignedRequest housing;
  private final AttachmentParties files;

  Parties(Path directory, Site site, Trigger trigger, Lines lines)
      throws IOException, SQLException {
    for (Receiver receiver : List.of(Receiver.A, Receiver.B, Receiver.C)) {
      HttpReceiver listener = new HttpReceiver(receiver, directory, trigger);
      http.put(receiver, listener);
      receiver(site, receiver, "rest", String.format(REST, receiver.partner()), REST_MAPPING);
      String endpoint = endpoint(lines.lay(receiver.partner(), listener.port()));
      site.activate(receiver.partner(), restSettings(receiver, endpoint));
    }
    table = new FrontTable(directory.resolve("front-database"));
    String d = Receiver.D.partner();
    receiver(site, Receiver.D, "frontdb", "credentials: " + d, TABLE_MAPPING);
    site.activate(
        d,
        Map.of(
            "url",
            table.url(lines.lay(d, table.port())),
            "user",
            table.user(),
            "table.records",
            "crash_record"));
    rows = table.rows();
    rowSender(site, lines);
    queue = new PartnerQueue(directory.resolve("partner-queue"));
    queueSender(site, lines);
    password = UUID.randomUUID().toString();
    drop = new DropFolder(Files.createDirectories(directory.resolve("drop")), password);
    housing = new SignedRequest(HOUSING, new Secret(site.secret(HOUSING)));
    site.activate(HOUSING, Map.of());
    site.secret(DropFolder.USER, password);
    site.activate(DropFolder.USER, dropSettings(lines.lay(DropFolder.USER, drop.port())));
    site.set("gateway.partners." + DropFolder.USER + ".retry", LADDER);
    files = new AttachmentParties(directory, site);
  }

  /** Who sends by rows; what it says besides the numbers is the same in all. */
  private void rowSender(Site site, Lines lines) throws IOException {
    String id = FrontRows.PARTNER;
    site.secret(id);
    site.partnerFile(id, "partner.yaml", String.format(ROWS_YAML, id, FrontRows.TABLE));
    site.partnerFile(id, "penalty-decision.jslt", resource("/traffic/row-decision.jslt"));
    String url = table.url(lines.lay(id, table.port()));
    site.activate(id, Map.of("url", url, "user", table.user()));
  }

  private void queueSender(Site site, Lines lines) throws IOException {
    String id = PartnerQueue.PARTNER;
    site.secret(id);
    site.partnerFile(
        id, "partner.yaml", String.format(QUEUE_YAML, id, PartnerQueue.QUEUE, PartnerQueue.ASIDE));
    site.activate(id, Map.of("broker", "tcp://127.0.0.1:" + lines.lay(id, queue.port())));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Parties.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void receiver(
      Site site, Receiver receiver, String via, String settings, String mapping)
      throws IOException {
    String id = receiver.partner();
    site.secret(id);
    site.partnerFile(
        id,
        "partner.yaml",
        String.format(RECEIVER_YAML, id, via, receiver.name(), settings, LADDER));
    site.partnerFile(id, "penalty-decision.jslt", mapping);
  }

  private static String endpoint(int port) {
    return "http://127.0.0.1:" + port + "/records";
  }

  private static Map<String, String> restSettings(Receiver receiver, String endpoint) {
    Map<String, String> settings = new HashMap<>();
    settings.put("endpoint", endpoint);
    settings.put("allow-loopback", "true");
    settings.put("request-timeout", "PT5S");
    if (receiver == Receiver.B) {
      settings.put("ask-path", "/known/{key}");
    }
    return settings;
  }

  private Map<String, String> dropSettings(int port) throws IOException {
    return Map.of(
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(port),
        "user",
        DropFolder.USER,
        "credentials",
        DropFolder.USER,
        "host-key-fingerprint",
        drop.fingerprint(),
        "poll",
        "PT0.5S",
        "uscc",
        "1164010678L04X123X");
  }

  SignedRequest housing() {
    return housing;
  }

  AttachmentParties files() {
    return files;
  }

  DropFolder drop() {
    return drop;
  }

  PartnerQueue queue() {
    return queue;
  }

  FrontRows rows() {
    return rows;
  }

  HttpReceiver receiver(Receiver receiver) {
    return http.get(receiver);
  }

  /** Another server with the folders of the file partner, which cannot have its key. */
  DropFolder impostor(Path directory) throws IOException {
    return new DropFolder(Files.createDirectories(directory.resolve("drop")), password);
  }

  /** The receiver whose class shows afterwards that an answer of it was lost. */
  HttpReceiver a() {
    return http.get(Receiver.A);
  }

  /** All effects so far, from the receivers' own ledgers. */
  Map<Receiver, List<String>> effects() throws IOException, SQLException {
    Map<Receiver, List<String>> effects = new EnumMap<>(Receiver.class);
    for (Map.Entry<Receiver, HttpReceiver> each : http.entrySet()) {
      effects.put(each.getKey(), each.getValue().effects());
    }
    effects.put(Receiver.D, table.effects());
    return effects;
  }

  /** What receivers have refused, by their own ledgers. */
  Map<Receiver, Set<String>> refusals() throws IOException {
    Map<Receiver, Set<String>> refusals = new EnumMap<>(Receiver.class);
    for (Map.Entry<Receiver, HttpReceiver> each : http.entrySet()) {
      refusals.put(each.getKey(), each.getValue().refusals());
    }
    return refusals;
  }

  /** A file's rows are acknowledged by its name; this finds the message id behind it. */
  Optional<String> messageId(String receipt) throws IOException {
    return receipt.endsWith(".csv") ? drop.messageId(receipt) : Optional.of(receipt);
  }

  @Override
  public void close() throws IOException {
    for (HttpReceiver each : http.values()) {
      each.close();
    }
    drop.close();
    files.close();
    table.close();
    queue.close();
  }
}
