package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.conformance.Ascent.SentMessage;
import io.enforcement.gateway.routes.conversation.Kind;
import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.sandbox.GatewayApi;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Conversing;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.farside.Proof;
import io.enforcement.gateway.routes.sandbox.side.TlsDoor;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sixth rung: the sender is told what became of its messages, and in time. */
final class ReceiptRung {

  private static final String RECEIPT = "receipt";
  private static final Kinds KINDS = Kinds.shipped();

  private final Ascent ascent;
  private final Climb climb;
  private final URI gateway;

  ReceiptRung(Ascent ascent, URI gateway) {
    this.ascent = ascent;
    this.gateway = gateway;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.RECEIPTS);
    Optional<Receives> receipts =
        ascent.candidate.file().receives().stream()
            .filter(r -> r.records().contains("Receipt"))
            .findFirst();
    List<SentMessage> sent =
        Stream.concat(ascent.accepted.values().stream().limit(1), Stream.ofNullable(ascent.refused))
            .toList();
    if (sent.isEmpty()) {
      climb.notRun(RECEIPT, "", "nothing-sent");
    } else if (receipts.isEmpty()) {
      climb.notRun(RECEIPT, "", "no-receipts-agreed");
    } else {
      for (SentMessage message : sent) {
        receipt(message, receipts.get());
      }
    }
    status(sent);
    deadlines();
  }

  /** What opens a conversation is followed: its deadlines can be asked for. */
  private void deadlines() throws InterruptedException {
    List<SentMessage> opening =
        ascent.accepted.values().stream().filter(message -> opens(message.message())).toList();
    if (opening.isEmpty()) {
      climb.notRun("deadlines", "", "opens-nothing");
    }
    for (SentMessage message : opening) {
      ascent.gateway.await(Ascent.PATIENCE, () -> !conversations(message).isEmpty());
      List<Conversing> found = conversations(message);
      climb.judge(
          !found.isEmpty(),
          "deadlines",
          message.sample().subject(),
          "conversations",
          found.stream().map(this::told).collect(Collectors.joining("; ")));
    }
  }

  /** Of the message, or of the one by which the same record came when the account was tried. */
  private List<Conversing> conversations(SentMessage sent) {
    GatewayApi api = ascent.gateway.api();
    List<Conversing> own = api.conversations(sent.message());
    return own.isEmpty()
        ? api.messages(ascent.candidate.id(), sent.sample().sending().exchange()).stream()
            .flatMap(message -> api.conversations(message.id()).stream())
            .toList()
        : own;
  }

  private boolean opens(String message) {
    Set<String> types = ascent.gateway.api().recordTypes(message);
    return KINDS.all().stream().anyMatch(kind -> types.stream().anyMatch(kind::opensBy));
  }

  private String told(Conversing conversation) {
    Kind kind = KINDS.named(conversation.kind()).orElseThrow();
    return climb.texts().of(kind.label())
        + ": "
        + climb.texts().of(kind.state(conversation.state()).label())
        + conversation.deadlines().stream()
            .map(deadline -> ", " + deadline.rule() + " " + climb.state(deadline.state()))
            .collect(Collectors.joining());
  }

  private void receipt(SentMessage sent, Receives by) throws InterruptedException {
    String subject = sent.sample().subject();
    String id = ascent.candidate.id();
    List<Delivery> told = ascent.gateway.deliveries(sent.message(), id, by.exchange());
    if (told.isEmpty()) {
      climb.fail(RECEIPT, subject, "no-receipt");
      return;
    }
    Delivery last =
        ascent.gateway.awaited(sent.message(), told.get(0), Ascent.PATIENCE, d -> !d.underWay());
    var ledger = ascent.site.sides().of(by.via()).partner().ledger();
    boolean came =
        ascent.gateway.await(
            Ascent.PATIENCE, () -> ledger.keys(Event.ARRIVED).containsKey(last.key()));
    climb.judge(
        came && last.state().equals("DELIVERED"),
        RECEIPT,
        subject,
        "delivery-state",
        climb.state(last.state()));
  }

  /** Partners that come over HTTP can ask by themselves. */
  private void status(List<SentMessage> sent) throws InterruptedException {
    Optional<SentMessage> first =
        sent.stream().filter(s -> s.sample().sending().via().equals("rest")).findFirst();
    if (first.isEmpty()) {
      climb.notRun("status", "", sent.isEmpty() ? "nothing-sent" : "no-status");
      return;
    }
    Proof proof = Signer.proof(ascent.candidate, ascent.site.secret());
    Signer signer =
        new Signer(
            gateway,
            ascent.site.sides().door().map(TlsDoor::partner).orElseGet(HttpClients::plain));
    int status = signer.get(proof, "/api/v1/messages/" + first.get().message(), null).status();
    climb.judge(status == 200, "status", first.get().sample().subject(), "answer", status, "");
  }
}
