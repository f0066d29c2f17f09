package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rungs have at hand, and what a rung leaves to those above it. Used by one thread. */
final class Ascent {

  /** Longer than a message takes that comes by the slowest way. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** After so long no request leaves any more over a connection that the other end has cut. */
  static final Duration FORGOTTEN = Duration.ofSeconds(1);

  final Candidate candidate;
  final Cases cases;
  final SiteValues values;
  final Site site;
  final Gateway gateway;
  final Climb climb;

  /** What was sent and became records, by exchange: the case, and the name it was sent under. */
  final Map<String, SentMessage> accepted = new LinkedHashMap<>();

  /** All that was sent and came to what its mapping makes of it, refusals among them. */
  final List<SentMessage> taken = new ArrayList<>();

  /** A message that was refused, or in part. */
  SentMessage refused;

  /** What was received, by exchange: the last revision of a record, and its delivery. */
  final Map<String, Reported> delivered = new LinkedHashMap<>();

  private int number;

  /** A sample that was sent. */
  record SentMessage(SentCase sample, String name, String message) {}

  /**
   * A record that was reported and delivered.
   *
   * @param key of the delivery
   */
  record Reported(ReceivedCase record, String message, String key) {}

  Ascent(
      Candidate candidate,
      Cases cases,
      SiteValues values,
      Site site,
      Gateway gateway,
      Climb climb) {
    this.candidate = candidate;
    this.cases = cases;
    this.values = values;
    this.site = site;
    this.gateway = gateway;
    this.climb = climb;
  }

  /** A key that nothing had before; files bear it with their ending. */
  String key(SentCase sample) {
    String key = "conformance-" + ++number;
    return List.of("sftp", "filedrop").contains(sample.sending().via())
        ? key + "." + sample.ending()
        : key;
  }

  /** A record is reported; the message, when it was taken and translated. */
  Optional<Listed> report(ReceivedCase received) throws InterruptedException {
    String key = "conformance-" + ++number;
    return site.report(key, received.record())
        ? gateway.settled(Site.REGION, Site.reporting(), key, PATIENCE)
        : Optional.empty();
  }

  /** The last of what was received over one of these transports, by exchange. */
  List<Reported> deliveredBy(String via) {
    List<Reported> some = new ArrayList<>();
    delivered.values().stream()
        .filter(r -> r.record().receives().via().equals(via))
        .forEach(some::add);
    return some;
  }
}
