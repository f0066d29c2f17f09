package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.conformance.Ascent.Reported;
import io.enforcement.gateway.routes.partner.AttachmentNeed;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Part;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fourth rung: of each exchange that the partner receives, a record of its samples is reported
 * by a region, delivered over the real transport, and what arrives is the partner's document.
 */
final class ReceiveRung {

  private static final String DELIVER = "deliver";
  private static final String DOCUMENT = "document";
  private static final String REFUSAL = "refusal";
  private static final String ANSWER = "answer";
  private static final String RECEIPT = "Receipt";

  /** Every time and day in a document differs between these. */
  static final List<Instant> MOMENTS =
      List.of(Instant.parse("2026-11-22T03:00:00Z"), Instant.parse("2031-05-07T18:47:33.512Z"));

  private final Ascent ascent;
  private final Climb climb;

  ReceiveRung(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.RECEIVE);
    List<Receives> exchanges = ascent.candidate.file().receives();
    if (exchanges.isEmpty()) {
      climb.notRun(DELIVER, "", "receives-nothing");
    }
    for (Receives exchange : exchanges) {
      receive(exchange);
    }
    new Questions(ascent).climb();
    new Inquiries(ascent).climb();
    for (String via : exchanges.stream().map(Receives::via).distinct().toList()) {
      refuse(via);
    }
    for (SentCase sample : ascent.cases.sent().stream().filter(SentCase::answers).toList()) {
      answer(sample);
    }
  }

  private void receive(Receives exchange) throws InterruptedException {
    List<ReceivedCase> all = ascent.cases.received(exchange.exchange());
    Optional<ReceivedCase> wanted = all.stream().filter(ascent.values::wanted).findFirst();
    if (exchange.records().equals(List.of(RECEIPT))) {
      climb.notRun(DELIVER, exchange.exchange(), "receipts-above");
    } else if (all.isEmpty()) {
      climb.notRun(DELIVER, exchange.exchange(), "no-samples");
    } else if (wanted.isEmpty()) {
      climb.notRun(DELIVER, exchange.exchange(), "selector");
    } else {
      report(wanted.get());
    }
  }

  private void report(ReceivedCase received) throws InterruptedException {
    String subject = received.subject();
    Optional<Listed> message = ascent.report(received);
    if (message.isEmpty() || !message.get().state().equals("TRANSLATED")) {
      climb.notRun(DELIVER, subject, "not-reported", message.map(this::rules).orElse(""));
      return;
    }
    List<Delivery> deliveries = deliveries(message.get(), received);
    if (deliveries.isEmpty() && isHeld(message.get())) {
      climb.notRun(DELIVER, subject, "another-sample");
      return;
    }
    if (deliveries.isEmpty()) {
      climb.fail(DELIVER, subject, "not-subscribed");
      return;
    }
    Delivery last =
        ascent.gateway.awaited(
            message.get().id(), deliveries.get(0), Ascent.PATIENCE, d -> !d.underWay());
    if (Set.of("AWAITING_FILES", "CONFIRMING").contains(last.state())) {
      climb.notRun(DELIVER, subject, "names-files");
      return;
    }
    boolean there = last.state().equals("DELIVERED");
    climb.judge(there, DELIVER, subject, "delivery-state", climb.state(last.state()));
    if (there) {
      ascent.delivered.put(
          received.receives().exchange(), new Reported(received, message.get().id(), last.key()));
      compare(received, last.key());
    }
  }

  /** The same act came before, in a sample that the partner itself sends. */
  private boolean isHeld(Listed message) {
    return ascent.gateway.api().parts(message.id()).stream()
        .map(Part::state)
        .anyMatch(Set.of("DUPLICATE", "SUPERSEDED")::contains);
  }

  private String rules(Listed message) {
    List<String> rules =
        ascent.gateway.api().parts(message.id()).stream()
            .map(Part::rules)
            .flatMap(List::stream)
            .distinct()
            .toList();
    return String.join(", ", rules);
  }

  private List<Delivery> deliveries(Listed message, ReceivedCase received) {
    return ascent.gateway.deliveries(
        message.id(), ascent.candidate.id(), received.receives().exchange());
  }

  private void compare(ReceivedCase received, String key) throws InterruptedException {
    FromStandard translator = ascent.candidate.offline().fromStandard(received.receives());
    List<byte[]> expected =
        MOMENTS.stream()
            .map(at -> translator.fromStandard(received.record(), new Context(key, at, null)))
            .toList();
    String exchange = received.receives().exchange();
    FarSide side = ascent.site.sides().of(received.receives().via());
    // Some partners look for themselves, a moment later.
    ascent.gateway.await(
        Ascent.PATIENCE, () -> side.arrived(exchange, key, expected.get(0)).isPresent());
    Optional<byte[]> arrived = side.arrived(exchange, key, expected.get(0));
    if (arrived.isEmpty()) {
      climb.fail(DOCUMENT, received.subject(), "not-arrived");
    } else {
      Likeness likeness = Likeness.of(expected, document(received.receives(), arrived.get()));
      if (likeness.alike()) {
        climb.pass(DOCUMENT, received.subject(), "document", likeness.compared());
      } else {
        climb.fail(DOCUMENT, received.subject(), "document-differs", likeness.place());
      }
    }
  }

  /** What stands in a zip beside the files, where both travel together. */
  private static byte[] document(Receives receives, byte[] arrived) {
    return receives.attachments() == AttachmentNeed.ENCLOSED
        ? Parcel.of(receives.format()).open(arrived).document()
        : arrived;
  }

  /** Who says no is asked no more, and what it said is shown. */
  private void refuse(String via) throws InterruptedException {
    SandboxPartner partner = ascent.site.sides().of(via).partner();
    List<Reported> some = ascent.deliveredBy(via);
    if (some.isEmpty()) {
      climb.notRun(REFUSAL, via, "nothing-delivered");
    } else if (!Set.of("rest", "soap", "outbox").contains(via)
        || !partner.supports().contains(Kind.REFUSE)) {
      climb.notRun(REFUSAL, via, "no-answer");
    } else {
      partner.behave(Behaviour.refuse("conformance run"));
      try {
        refused(some.get(0).record().revised(1));
      } finally {
        partner.behave(Behaviour.ok());
      }
    }
  }

  private void refused(ReceivedCase received) throws InterruptedException {
    Optional<Listed> message = ascent.report(received);
    List<Delivery> deliveries = message.map(m -> deliveries(m, received)).orElse(List.of());
    if (deliveries.isEmpty()) {
      climb.notRun(REFUSAL, received.subject(), "not-reported", "");
      return;
    }
    Delivery last =
        ascent.gateway.awaited(
            message.get().id(), deliveries.get(0), Ascent.PATIENCE, d -> !d.underWay());
    climb.judge(
        last.state().equals("REFUSED_BY_RECEIVER"),
        REFUSAL,
        received.subject(),
        "delivery-state",
        climb.state(last.state()));
  }

  /** The partner answers to the last delivery, as its sample does to an invented one. */
  private void answer(SentCase sample) throws InterruptedException {
    Optional<Reported> last = ascent.delivered.values().stream().reduce((before, after) -> after);
    if (last.isEmpty()) {
      climb.notRun(ANSWER, sample.subject(), "nothing-delivered");
      return;
    }
    SentCase answer = sample.to(last.get().key());
    FarSide side = ascent.site.sides().of(answer.sending().via());
    Submission submission = side.send(answer.sending(), ascent.key(answer), answer.bytes());
    String exchange = answer.sending().exchange();
    Optional<Listed> message =
        submission.taken()
            ? ascent.gateway.settled(
                ascent.candidate.id(), exchange, submission.name(), Ascent.PATIENCE)
            : Optional.empty();
    String state = message.map(Listed::state).orElse(submission.rule());
    boolean told = state.equals("TRANSLATED");
    climb.judge(
        told || !answer.sound(),
        ANSWER,
        answer.subject(),
        "message-state",
        climb.state(state) + message.map(m -> " " + rules(m)).orElse(""));
  }
}
