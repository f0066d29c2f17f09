package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Evidence.Receiver;
import io.enforcement.gateway.benchmarks.crash.Evidence.Told;
import io.enforcement.gateway.benchmarks.gateway.DeadlineBooks;
import io.enforcement.gateway.benchmarks.gateway.GatewayApi;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Collects the evidence when the senders have finished: ledgers first, then the public API. */
final class Inquiry {

  /** A receipt was given for a message that the gateway does not know any more. */
  private static final Told FORGOTTEN = new Told("forgotten", Map.of());

  /** How the traffic's decisions are numbered. */
  private static final Pattern DECISION = Pattern.compile("测[^ |]*号");

  /** P06 of the deadline table: a decision is served within seven working days. */
  private static final String SERVICE = DeadlineBooks.key("", "P06");

  /** So long nothing may move: how fast it moves depends on the machine. */
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private static final long FILES_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final GatewayApi api;
  private final Parties parties;
  private final SenderLedger ledger;
  private final DeadlineBooks deadlines;

  Inquiry(GatewayApi api, Parties parties, SenderLedger ledger, DeadlineBooks deadlines) {
    this.api = api;
    this.parties = parties;
    this.ledger = ledger;
    this.deadlines = deadlines;
  }

  /**
   * Waits until the gateway says that nothing moves any more, every record has been followed, and
   * the last file is confirmed.
   *
   * @return the totals it gave
   */
  String awaitRest() throws IOException, SQLException {
    long moved = System.nanoTime();
    JsonNode totals = api.totals();
    long waiting = deadlines.waiting();
    while (!atRest(totals, waiting) || !parties.files().complete()) {
      long still = System.nanoTime() - moved;
      if (atRest(totals, waiting) && still > FILES_NANOS) {
        break; // a file that is owed will not come any more: the checker tells which
      }
      if (still > PATIENCE_NANOS) {
        throw new IOException(
            "the gateway does not come to rest: " + totals + ", to be followed: " + waiting);
      }
      Pace.pause();
      String before = totals + " " + waiting;
      totals = api.totals();
      waiting = deadlines.waiting();
      moved = before.equals(totals + " " + waiting) ? moved : System.nanoTime();
    }
    return totals.toString();
  }

  private static boolean atRest(JsonNode totals, long waiting) {
    return totals.path("atRest").asBoolean() && waiting == 0;
  }

  /**
   * @param books drawn up at rest
   */
  Evidence evidence(Books books) throws IOException, SQLException, InterruptedException {
    List<Sent> sent = ledger.sent();
    Map<Receiver, List<String>> effects = parties.effects();
    return new Evidence(
        sent,
        ledger.changedReceipts(),
        effects,
        told(sent, effects),
        servicesDue(),
        parties.files().evidence(),
        parties.refusals(),
        books);
  }

  /** Each decision opens exactly one deadline for its service. */
  private Map<String, Integer> servicesDue() throws SQLException {
    Map<String, Integer> due = new HashMap<>();
    deadlines
        .all(DECISION)
        .forEach(
            (key, all) -> {
              if (key.endsWith(SERVICE)) {
                due.put(key.substring(0, key.length() - SERVICE.length()), all.size());
              }
            });
    return due;
  }

  /**
   * Asks only about cases in which a record lacks an effect somewhere: the rest needs no excuse. A
   * record that is in doubt may well have had its effect, and its successors wait behind it.
   */
  private Map<String, Told> told(List<Sent> sent, Map<Receiver, List<String>> effects)
      throws IOException {
    Map<String, String> receipts = ledger.messageIds();
    Set<String> complete = new HashSet<>(effects.get(Receiver.A));
    effects.values().forEach(records -> complete.retainAll(new HashSet<>(records)));
    Set<String> cases = new HashSet<>();
    sent.stream()
        .filter(each -> each.acknowledged() && !complete.contains(each.id()))
        .forEach(each -> cases.add(each.caseNumber()));
    Map<String, Told> told = new HashMap<>();
    for (Sent each : sent) {
      if (each.acknowledged() && cases.contains(each.caseNumber())) {
        Optional<String> message = messageId(receipts.get(each.id()));
        if (message.isPresent()) {
          Optional<JsonNode> known = api.message(message.get());
          told.put(each.id(), known.map(m -> told(m, each)).orElse(FORGOTTEN));
        }
      }
    }
    return told;
  }

  /** Rows and queued messages are acknowledged without a receipt: by the keys of their messages. */
  private Optional<String> messageId(String receipt) throws IOException {
    return receipt.startsWith("row-") || receipt.startsWith("queued-")
        ? api.byKey(receipt)
        : parties.messageId(receipt);
  }

  /** A message over HTTP holds one record; of a file's rows the one with this natural key. */
  private static Told told(JsonNode message, Sent each) {
    String decision = each.decision();
    JsonNode records = message.path("records");
    for (JsonNode record : records) {
      if (records.size() == 1 || record.path("naturalKey").asString("").contains(decision)) {
        return new Told(record.path("state").asString(), deliveries(record));
      }
    }
    return new Told("none, message " + message.path("state").asString(), Map.of());
  }

  private static Map<Receiver, String> deliveries(JsonNode record) {
    Map<Receiver, String> states = new EnumMap<>(Receiver.class);
    for (JsonNode delivery : record.path("deliveries")) {
      for (Receiver receiver : Receiver.values()) {
        if (receiver.partner().equals(delivery.path("receiver").asString())) {
          states.put(receiver, delivery.path("state").asString());
        }
      }
    }
    return states;
  }
}
