package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's HTTP API as an operator uses it. Safe for several threads. */
public final class GatewayApi {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client;
  private final RunningGateway gateway;

  public GatewayApi(RunningGateway gateway) {
    this(gateway, HttpClients.plain());
  }

  /**
   * @param client what calls
   */
  public GatewayApi(RunningGateway gateway, HttpClient client) {
    this.gateway = gateway;
    this.client = client;
  }

  /** Counts per receiver, as the API names them. */
  record Receiver(
      long subscribed,
      long delivered,
      long refusedByReceiver,
      long parked,
      long inDoubt,
      long cancelled,
      long discarded,
      long open) {

    static final Receiver NONE = new Receiver(0, 0, 0, 0, 0, 0, 0, 0);

    Receiver plus(Receiver o) {
      return new Receiver(
          subscribed + o.subscribed,
          delivered + o.delivered,
          refusedByReceiver + o.refusedByReceiver,
          parked + o.parked,
          inDoubt + o.inDoubt,
          cancelled + o.cancelled,
          discarded + o.discarded,
          open + o.open);
    }

    boolean addsUp() {
      return subscribed
          == delivered + refusedByReceiver + parked + inDoubt + cancelled + discarded + open;
    }
  }

  /** What {@code GET /api/v1/totals} says. */
  record Totals(
      long received,
      long duplicates,
      long refused,
      Map<String, Receiver> receivers,
      boolean atRest) {}

  /** Conversations that are not over, deadlines that end in three days, and those that have. */
  record Owing(long open, long dueSoon, long passed) {}

  Owing owing() {
    JsonNode owing = JSON.readTree(get("/api/v1/totals").body()).path("conversations");
    return new Owing(
        owing.path("open").asLong(0),
        owing.path("dueSoon").asLong(0),
        owing.path("passed").asLong(0));
  }

  /** An open deadline: its rule, and when its clock started. */
  record Running(String rule, Instant startedAt) {}

  /** The open deadlines, those that end first. */
  List<Running> deadlines() {
    List<Running> all = new ArrayList<>();
    for (JsonNode deadline : JSON.readTree(get("/api/v1/deadlines").body())) {
      all.add(
          new Running(
              deadline.path("rule").asString(""),
              Instant.parse(deadline.path("startedAt").asString(""))));
    }
    return all;
  }

  /** One delivery of one message. */
  public record Delivery(
      String key, String receiver, String exchange, String state, int attempts, String rejection) {

    private static final Set<String> UNDER_WAY = Set.of("READY", "ATTEMPTING", "RETRY_AT");

    /** Whether it moves on by itself. */
    public boolean underWay() {
      return UNDER_WAY.contains(state);
    }
  }

  Totals totals() {
    JsonNode json = JSON.readTree(get("/api/v1/totals").body());
    Map<String, Receiver> receivers = new TreeMap<>();
    json.path("receivers")
        .properties()
        .forEach(r -> receivers.put(r.getKey(), receiver(r.getValue())));
    JsonNode records = json.path("records");
    return new Totals(
        records.path("received").asLong(0),
        records.path("duplicates").asLong(0),
        records.path("refused").asLong(0),
        receivers,
        json.path("atRest").asBoolean(false));
  }

  private static Receiver receiver(JsonNode json) {
    return new Receiver(
        json.path("subscribed").asLong(0),
        json.path("delivered").asLong(0),
        json.path("refusedByReceiver").asLong(0),
        json.path("parked").asLong(0),
        json.path("inDoubt").asLong(0),
        json.path("cancelled").asLong(0),
        json.path("discarded").asLong(0),
        json.path("open").asLong(0));
  }

  /** Ids of what waits for people for this partner. */
  List<String> parked(String partner) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(get("/api/v1/parked").body())) {
      if (entry.path("partner").asString("").equals(partner)) {
        ids.add(entry.path("id").asString(""));
      }
    }
    return ids;
  }

  /** One exchange of one partner, with what became of its last message. */
  record Exchange(
      String partner, boolean sends, String name, String via, String contentType, String state) {

    /** Partner, way and name, for people. */
    String title() {
      return partner + (sends ? " → " : " ← ") + name;
    }

    /** What became of the last message, for people. */
    String shown() {
      return state.isEmpty() ? "-" : state;
    }
  }

  /** All that keeps a partner from service; empty when nothing does. */
  public Optional<String> notInService(String id) {
    for (JsonNode partner : JSON.readTree(get("/api/v1/partners").body())) {
      if (partner.path("id").asString("").equals(id)) {
        return Optional.of(partner.path("notInService").asString("")).filter(w -> !w.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** The exchanges of the partners in service. */
  List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>();
    for (JsonNode partner : JSON.readTree(get("/api/v1/partners").body())) {
      partner.path("sends").forEach(e -> all.add(exchange(partner, true, e)));
      partner.path("receives").forEach(e -> all.add(exchange(partner, false, e)));
    }
    return all;
  }

  private static Exchange exchange(JsonNode partner, boolean sends, JsonNode json) {
    return new Exchange(
        partner.path("id").asString(""),
        sends,
        json.path("exchange").asString(""),
        json.path("via").asString(""),
        json.path("accepts").path(0).asString(""),
        json.path("lastState").asString(""));
  }

  /** A message as the list of its exchange shows it; {@code key} is the sender's own. */
  public record Listed(String id, String key, String state, String digest) {

    /** Whether nothing more happens to it by itself. */
    public boolean settled() {
      return !state.equals("RECEIVED");
    }
  }

  /** The latest messages of an exchange, newest first. */
  public List<Listed> messages(String partner, String exchange) {
    List<Listed> all = new ArrayList<>();
    String query = "?partner=" + partner + "&exchange=" + exchange;
    for (JsonNode m : JSON.readTree(get("/api/v1/messages" + query).body())) {
      all.add(
          new Listed(
              m.path("messageId").asString(""),
              m.path("key").asString(""),
              m.path("state").asString(""),
              m.path("digest").asString("")));
    }
    return all;
  }

  /** One part of a message: what became of it, by which rules. */
  public record Part(int position, String state, List<String> rules) {}

  /** The parts of a message in their order; those of receipts have positions below 1. */
  public List<Part> parts(String messageId) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode part :
        JSON.readTree(get("/api/v1/messages/" + messageId).body()).path("records")) {
      List<String> rules = new ArrayList<>();
      part.path("findings").forEach(f -> rules.add(f.path("rule").asString("")));
      parts.add(
          new Part(
              part.path("part").asInt(0), part.path("state").asString(""), List.copyOf(rules)));
    }
    return parts;
  }

  /** Types of the records of a message. */
  public Set<String> recordTypes(String messageId) {
    Set<String> types = new TreeSet<>();
    JSON.readTree(get("/api/v1/messages/" + messageId).body())
        .path("records")
        .forEach(record -> types.add(record.path("kind").asString("")));
    return types;
  }

  /** A conversation with its deadlines. */
  public record Conversing(String kind, String state, List<Kept> deadlines) {}

  /** What became of the deadline of a rule. */
  public record Kept(String rule, String state) {}

  /** The conversations that the records of a message belong to. */
  public List<Conversing> conversations(String messageId) {
    List<Conversing> all = new ArrayList<>();
    for (JsonNode head : JSON.readTree(get("/api/v1/conversations?message=" + messageId).body())) {
      JsonNode whole =
          JSON.readTree(get("/api/v1/conversations/" + head.path("id").asString("")).body());
      List<Kept> deadlines = new ArrayList<>();
      for (JsonNode d : whole.path("deadlines")) {
        deadlines.add(new Kept(d.path("rule").asString(""), d.path("state").asString("")));
      }
      all.add(
          new Conversing(
              head.path("kind").asString(""),
              head.path("state").asString(""),
              List.copyOf(deadlines)));
    }
    return all;
  }

  /** Why what waits for people does so, by message. */
  public Map<String, String> parkedCauses() {
    Map<String, String> causes = new TreeMap<>();
    for (JsonNode entry : JSON.readTree(get("/api/v1/parked").body())) {
      causes.put(entry.path("messageId").asString(""), entry.path("cause").asString(""));
    }
    return causes;
  }

  /** Id of what waits for people because of this delivery. */
  public Optional<String> parkedDelivery(String key) {
    for (JsonNode entry : JSON.readTree(get("/api/v1/parked").body())) {
      if (entry.path("deliveryKey").asString("").equals(key)) {
        return Optional.of(entry.path("id").asString(""));
      }
    }
    return Optional.empty();
  }

  /** Sets a parked message on its way again; true when the gateway agreed. */
  public boolean replay(String id) {
    URI uri = gateway.base().resolve("/api/v1/parked/" + id + "/replay");
    return send(request(uri).POST(HttpRequest.BodyPublishers.noBody()).build()).statusCode() == 202;
  }

  /**
   * One day of a source and a kind, where the gateway is a province's.
   *
   * @param stated how many the source stated
   * @param held how many are held
   */
  public record Reconciled(String id, String state, int stated, int held) {}

  /** What a source sent on a day, by kind. */
  public List<Reconciled> reconciled(String source, LocalDate day) {
    List<Reconciled> all = new ArrayList<>();
    String query = "?source=" + source + "&day=" + day;
    for (JsonNode d : JSON.readTree(get("/api/v1/reconciliations" + query).body())) {
      all.add(
          new Reconciled(
              d.path("id").asString(""),
              d.path("state").asString(""),
              d.path("stated").asInt(0),
              d.path("held").asInt(0)));
    }
    return all;
  }

  /** A named difference of such a day: how a revision of an act differs. */
  public record Difference(String sort, int revision, boolean open) {}

  /** All differences of such a day. */
  public List<Difference> differences(String day) {
    List<Difference> all = new ArrayList<>();
    for (JsonNode d :
        JSON.readTree(get("/api/v1/reconciliations/" + day + "/differences").body())) {
      all.add(
          new Difference(
              d.path("sort").asString(""),
              d.at("/version/revision").asInt(0),
              d.path("state").asString("").equals("OPEN")));
    }
    return all;
  }

  /** The deliveries of a message; empty when the gateway knows no such message. */
  public Optional<List<Delivery>> deliveries(String messageId) {
    HttpResponse<byte[]> response = get("/api/v1/messages/" + messageId);
    if (response.statusCode() != 200) {
      return Optional.empty();
    }
    List<Delivery> all = new ArrayList<>();
    for (JsonNode part : JSON.readTree(response.body()).path("records")) {
      for (JsonNode d : part.path("deliveries")) {
        all.add(
            new Delivery(
                d.path("deliveryKey").asString(""),
                d.path("receiver").asString(""),
                d.path("exchange").asString(""),
                d.path("state").asString(""),
                d.path("attempts").asInt(0),
                d.path("rejection").asString("")));
      }
    }
    return Optional.of(all);
  }

  private HttpResponse<byte[]> get(String path) {
    return send(request(gateway.base().resolve(path)).GET().build());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri)
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + gateway.operatorToken());
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the gateway does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException("interrupted", new IOException(e));
    }
  }
}
