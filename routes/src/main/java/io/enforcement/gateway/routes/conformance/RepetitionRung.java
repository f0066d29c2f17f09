package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.conformance.Ascent.Reported;
import io.enforcement.gateway.routes.conformance.Ascent.SentMessage;
import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Entry;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.Fate;
import io.enforcement.gateway.routes.sandbox.side.SampleRow;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fifth rung: what comes twice counts once, what changed under the same name is a conflict, two
 * revisions keep their order, a partner that is away gets all of it later and once, and what was
 * given up waiting for it is parked and goes out when an operator replays it.
 */
final class RepetitionRung {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration A_WHILE = Duration.ofSeconds(3);
  private static final Duration LONG = Duration.ofSeconds(25);

  /** Within which every ladder of the sandbox ends, whatever each attempt takes. */
  private static final Duration LADDER = Duration.ofSeconds(60);

  private static final Set<String> ANSWERED = Set.of("rest", "soap");

  /** Over these the partner comes for what waits: being away is not noticed. */
  private static final Set<String> FETCHED = Set.of("outbox", "amqp");

  private final Ascent ascent;
  private final Climb climb;

  RepetitionRung(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.REPETITION);
    List<String> sending =
        ascent.candidate.file().sends().stream().map(s -> s.via()).distinct().toList();
    for (String via : sending) {
      Optional<SentMessage> sent =
          ascent.accepted.values().stream()
              .filter(s -> s.sample().sending().via().equals(via))
              .findFirst();
      if (sent.isEmpty()) {
        climb.notRun("duplicate", via, "nothing-sent");
        climb.notRun("conflict", via, "nothing-sent");
      } else {
        repeat("duplicate", sent.get(), sent.get().sample().bytes());
        repeat("conflict", sent.get(), altered(sent.get().sample()));
      }
    }
    List<String> receiving =
        ascent.candidate.file().receives().stream().map(r -> r.via()).distinct().toList();
    for (String via : receiving) {
      List<Reported> some = ascent.deliveredBy(via);
      if (some.isEmpty()) {
        climb.notRun("retry", via, "nothing-delivered");
        climb.notRun("order", via, "nothing-delivered");
        climb.notRun("ambiguous", via, "nothing-delivered");
        climb.notRun("parking", via, "nothing-delivered");
        climb.notRun("replay", via, "nothing-delivered");
      } else {
        whileAway(some.get(0), via);
        untilParked(some.get(0), via);
        afterTheWork(some.get(0), via);
      }
    }
  }

  /** The same bytes with a change that no reader minds, in a row a word. */
  private static byte[] altered(SentCase sample) {
    if (sample.sending().via().equals("soap")) {
      // White space around the document belongs to the envelope.
      String text = new String(sample.bytes(), StandardCharsets.UTF_8);
      int end = text.lastIndexOf("</");
      String longer = text.substring(0, end) + "\n" + text.substring(end);
      return longer.getBytes(StandardCharsets.UTF_8);
    }
    if (!sample.sending().via().equals("frontdb")) {
      byte[] longer = Arrays.copyOf(sample.bytes(), sample.bytes().length + 1);
      longer[longer.length - 1] = '\n';
      return longer;
    }
    SampleRow row = SampleRow.of(sample.bytes());
    List<String> texts =
        row.content().propertyNames().stream()
            .skip(1)
            .filter(name -> row.content().path(name).isString())
            .toList();
    String last = texts.get(texts.size() - 1);
    row.content().put(last, row.content().path(last).asString() + "改");
    return JSON.writeValueAsBytes(
        JSON.createObjectNode().put("table", row.table()).set("row", row.content()));
  }

  private void repeat(String step, SentMessage sent, byte[] bytes) throws InterruptedException {
    SentCase sample = sent.sample();
    FarSide side = ascent.site.sides().of(sample.sending().via());
    Optional<Listed> before = find(sent);
    Submission again = side.again(sample.sending(), sent.name(), bytes);
    boolean same = step.equals("duplicate");
    if (ANSWERED.contains(sample.sending().via())) {
      boolean right = same ? again.status() == 200 : again.rule().equals("request.key-reused");
      climb.judge(
          right && one(sent, before),
          step,
          sample.subject(),
          "answer",
          again.status(),
          again.rule());
      return;
    }
    ascent.gateway.await(
        Ascent.PATIENCE, () -> side.fate(sample.sending(), sent.name()) != Fate.WAITING);
    Fate fate = side.fate(sample.sending(), sent.name());
    if (fate == Fate.UNSEEN) {
      // Time enough for a second message to come in, if one were to.
      ascent.gateway.await(A_WHILE, () -> !one(sent, before));
    }
    boolean right = fate == Fate.UNSEEN || fate == (same ? Fate.TAKEN : Fate.ASIDE);
    climb.judge(right && one(sent, before), step, sample.subject(), "fate." + fate);
  }

  private Optional<Listed> find(SentMessage sent) {
    return ascent.gateway.find(
        ascent.candidate.id(), sent.sample().sending().exchange(), sent.name());
  }

  /** There is one message still, and it is the one that it was. */
  private boolean one(SentMessage sent, Optional<Listed> before) {
    String exchange = sent.sample().sending().exchange();
    List<Listed> now =
        ascent.gateway.api().messages(ascent.candidate.id(), exchange).stream()
            .filter(m -> m.key().equals(sent.name()))
            .toList();
    return now.size() == 1 && before.equals(Optional.of(now.get(0)));
  }

  /** Two revisions come while the partner is away; both are delivered later, once and in order. */
  private void whileAway(Reported reported, String via) throws InterruptedException {
    SandboxPartner partner = ascent.site.sides().of(via).partner();
    ReceivedCase record = reported.record();
    leave(partner);
    Optional<Out> first;
    Optional<Out> second;
    try {
      first = report(record.revised(10));
      second = report(record.revised(11));
      if (first.isPresent()) {
        Out out = first.get();
        ascent.gateway.awaited(out.message(), out.delivery(), A_WHILE, d -> d.attempts() > 0);
      }
    } finally {
      partner.behave(Behaviour.ok());
    }
    if (first.isEmpty() || second.isEmpty()) {
      climb.notRun("retry", record.subject(), "not-reported", "");
      climb.notRun("order", record.subject(), "not-reported", "");
      return;
    }
    Delivery one = ended(first.get());
    Delivery other = ended(second.get());
    boolean delivered = isDelivered(one) && isDelivered(other);
    ascent.gateway.await(Ascent.PATIENCE, () -> !delivered || came(partner, other));
    boolean once = count(partner, one) == 1 && count(partner, other) == 1;
    climb.judge(
        delivered && once,
        "retry",
        record.subject(),
        "deliveries",
        climb.state(one.state()) + ", " + climb.state(other.state()),
        count(partner, one) + ", " + count(partner, other));
    List<String> order =
        partner.ledger().entries().stream()
            .filter(e -> e.event() == Event.ARRIVED)
            .map(Entry::key)
            .filter(key -> key.equals(one.key()) || key.equals(other.key()))
            .toList();
    boolean ordered = order.equals(List.of(one.key(), other.key()));
    climb.judge(ordered, "order", record.subject(), ordered ? "in-order" : "out-of-order");
  }

  /** The partner does the work and fails to say so. */
  private void afterTheWork(Reported reported, String via) throws InterruptedException {
    SandboxPartner partner = ascent.site.sides().of(via).partner();
    ReceivedCase record = reported.record();
    boolean answers = ANSWERED.contains(via) || via.equals("sftp");
    if (!answers || !partner.supports().contains(Kind.ERROR_500_AFTER_WORK)) {
      climb.notRun("ambiguous", record.subject(), "no-ambiguity");
      return;
    }
    partner.behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
    Optional<Out> out;
    try {
      out = report(record.revised(20));
      if (out.isPresent()) {
        ascent.gateway.awaited(
            out.get().message(), out.get().delivery(), A_WHILE, d -> d.attempts() > 0);
      }
    } finally {
      partner.behave(Behaviour.ok());
    }
    if (out.isEmpty()) {
      climb.notRun("ambiguous", record.subject(), "not-reported", "");
      return;
    }
    Delivery last = ended(out.get());
    ascent.gateway.await(Ascent.PATIENCE, () -> !isDelivered(last) || came(partner, last));
    EffectClass effect = record.receives().effect();
    boolean right = effect == EffectClass.C ? last.state().equals("IN_DOUBT") : isDelivered(last);
    climb.judge(
        right && count(partner, last) == 1,
        "ambiguous",
        record.subject() + " (" + effect + ")",
        "deliveries",
        climb.state(last.state()),
        count(partner, last));
  }

  /** The partner stays away until the ladder has ended; an operator replays when it is back. */
  private void untilParked(Reported reported, String via) throws InterruptedException {
    ReceivedCase record = reported.record();
    if (FETCHED.contains(via)) {
      climb.notRun("parking", record.subject(), "fetches");
      climb.notRun("replay", record.subject(), "fetches");
      return;
    }
    SandboxPartner partner = ascent.site.sides().of(via).partner();
    leave(partner);
    Optional<Out> out;
    Optional<Delivery> parked = Optional.empty();
    try {
      out = report(record.revised(15));
      if (out.isPresent()) {
        parked =
            Optional.of(
                ascent.gateway.awaited(
                    out.get().message(), out.get().delivery(), LADDER, d -> !d.underWay()));
      }
    } finally {
      partner.behave(Behaviour.ok());
    }
    if (parked.isEmpty()) {
      climb.notRun("parking", record.subject(), "not-reported", "");
      climb.notRun("replay", record.subject(), "not-reported", "");
      return;
    }
    Delivery waits = parked.get();
    Optional<String> entry = ascent.gateway.api().parkedDelivery(waits.key());
    climb.judge(
        waits.state().equals("PARKED") && entry.isPresent() && !came(partner, waits),
        "parking",
        record.subject(),
        "deliveries",
        climb.state(waits.state()),
        count(partner, waits));
    boolean replayed = entry.filter(ascent.gateway.api()::replay).isPresent();
    Delivery last = ended(out.get());
    ascent.gateway.await(Ascent.PATIENCE, () -> !isDelivered(last) || came(partner, last));
    climb.judge(
        replayed && isDelivered(last) && count(partner, last) == 1,
        "replay",
        record.subject(),
        "deliveries",
        climb.state(last.state()),
        count(partner, last));
  }

  /**
   * Connections are refused, and none of before is left to try: over that a request might leave and
   * be in doubt. What was refused is known to have had no effect, for every effect class.
   */
  private static void leave(SandboxPartner partner) throws InterruptedException {
    partner.behave(Behaviour.of(Kind.DOWN));
    Thread.sleep(Ascent.FORGOTTEN.toMillis());
  }

  /** A delivery and the message that it comes from. */
  private record Out(String message, Delivery delivery) {}

  private Optional<Out> report(ReceivedCase record) throws InterruptedException {
    Optional<Listed> message = ascent.report(record);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    String exchange = record.receives().exchange();
    return ascent.gateway.deliveries(message.get().id(), ascent.candidate.id(), exchange).stream()
        .findFirst()
        .map(delivery -> new Out(message.get().id(), delivery));
  }

  private Delivery ended(Out out) throws InterruptedException {
    return ascent.gateway.awaited(out.message(), out.delivery(), LONG, d -> !d.underWay());
  }

  private static boolean isDelivered(Delivery delivery) {
    return delivery.state().equals("DELIVERED");
  }

  private static boolean came(SandboxPartner partner, Delivery delivery) {
    return count(partner, delivery) > 0;
  }

  /** How often it had an effect. */
  private static int count(SandboxPartner partner, Delivery delivery) {
    return partner.ledger().keys(Event.ARRIVED).getOrDefault(delivery.key(), 0);
  }
}
