package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.conformance.Signer.Answer;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.Proof;
import io.enforcement.gateway.routes.sandbox.farside.Proof.Profile;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import io.enforcement.gateway.routes.sandbox.side.TlsDoor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The second rung: both sides prove who they are, in the way of each transport, and a proof that is
 * wrong, old or used opens nothing.
 */
final class SignatureRung {

  private static final String MESSAGES = "/api/v1/messages";
  private static final Duration LATE = Duration.ofMinutes(11);
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final Secret FOREIGN = new Secret("the-secret-of-somebody-else");
  private static final Set<String> HTTP = Set.of("rest", "outbox");

  private final Ascent ascent;
  private final Climb climb;
  private final URI gateway;

  SignatureRung(Ascent ascent, URI gateway) {
    this.ascent = ascent;
    climb = ascent.climb;
    this.gateway = gateway;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.SIGNATURE);
    Set<String> vias = new LinkedHashSet<>();
    ascent.candidate.file().sends().forEach(s -> vias.add(s.via()));
    ascent.candidate.file().receives().stream()
        .filter(r -> r.via().equals("outbox"))
        .forEach(r -> vias.add(r.via()));
    if (vias.stream().anyMatch(HTTP::contains)) {
      requests();
    }
    for (String via : vias) {
      switch (via) {
        case "soap" -> tokens();
        case "rest", "outbox" -> {
          // Above, once for both.
        }
        default -> account(via);
      }
    }
    ascent.candidate.file().receives().stream()
        .map(r -> r.via())
        .distinct()
        .filter(via -> !vias.contains(via))
        .forEach(via -> climb.notRun("account", via, "shown-by-delivery"));
  }

  /** A partner whose requests are signed, whatever they ask for. */
  private void requests() throws InterruptedException {
    Optional<TlsDoor> door = ascent.site.sides().door();
    if (door.isPresent()) {
      certificates(door.get());
      return;
    }
    Profile profile = Signer.profile(ascent.candidate);
    String id = ascent.candidate.id();
    Secret secret = ascent.site.secret();
    Signer signer = new Signer(gateway, HttpClients.plain());
    String query = "exchange=none&partner=" + id;
    Proof right = Proof.of(profile, id, secret);
    String subject = profile.toString();
    Map<String, String> once = right.of("GET", MESSAGES, query, new byte[0]);
    Answer first = signer.call("GET", MESSAGES, query, new byte[0], once);
    tell(first.status() == 200, "signed", subject, first);
    tell(
        signer.call("GET", MESSAGES, query, new byte[0], once),
        "repeated-nonce",
        subject,
        "authentication.nonce");
    String wrong =
        profile == Profile.GATEWAY ? "authentication.signature" : "authentication.caller-signature";
    tell(signer.get(Proof.of(profile, id, FOREIGN), MESSAGES, query), "wrong-key", subject, wrong);
    tell(
        signer.get(Proof.of(profile, id, secret, LATE), MESSAGES, query),
        "stale",
        subject,
        "authentication.timestamp");
    if (profile != Profile.GATEWAY) {
      climb.notRun("altered-body", subject, "body-by-tls");
      return;
    }
    String path = "/api/v1/exchanges/conformance";
    byte[] signed = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
    byte[] other = "{\"n\":2}".getBytes(StandardCharsets.UTF_8);
    tell(
        signer.call("POST", path, null, other, right.of("POST", path, null, signed)),
        "altered-body",
        subject,
        wrong);
  }

  /** A partner that is known by the certificate of its connection. */
  private void certificates(TlsDoor door) throws InterruptedException {
    String query = "exchange=none&partner=" + ascent.candidate.id();
    Proof none = Proof.byCertificate();
    Answer own = new Signer(gateway, door.partner()).get(none, MESSAGES, query);
    tell(own.status() == 200, "certificate", "mutual-tls", own);
    Answer foreign = new Signer(gateway, door.stranger()).get(none, MESSAGES, query);
    boolean cutOrRefused = foreign.status() == 0 || foreign.status() == 401;
    tell(cutOrRefused, "foreign-certificate", "mutual-tls", foreign);
    Answer without = new Signer(gateway, door.anybody()).get(none, MESSAGES, query);
    tell(without.status() == 401, "no-certificate", "mutual-tls", without);
  }

  private void tell(boolean right, String step, String subject, Answer answer) {
    climb.judge(right, step, subject, "answer", answer.status(), answer.rule());
  }

  private void tell(Answer answer, String step, String subject, String rule) {
    tell(answer.status() == 401 && answer.rule().equals(rule), step, subject, answer);
  }

  /** A partner that calls over SOAP: the token is right, or somebody else's, or used. */
  private void tokens() throws InterruptedException {
    Optional<SentCase> sample = sample("soap");
    if (sample.isEmpty()) {
      climb.notRun("signed", "soap", "no-samples");
      return;
    }
    String id = ascent.candidate.id();
    byte[] document = sample.get().bytes();
    PostingPartner own = new PostingPartner(gateway, id, ascent.site.secret());
    byte[] envelope = own.envelope(SoapVersion.V1_1, "conformance-token", document);
    PostingPartner.Answer first = own.call(envelope);
    climb.judge(first.status() == 200, "signed", "soap", "answer", first.status(), first.rule());
    String used =
        new String(envelope, StandardCharsets.UTF_8)
            .replace("conformance-token", "conformance-used-token");
    PostingPartner.Answer second = own.call(used.getBytes(StandardCharsets.UTF_8));
    climb.judge(
        second.rule().equals("authentication.nonce"),
        "repeated-nonce",
        "soap",
        "answer",
        second.status(),
        second.rule());
    PostingPartner.Answer foreign =
        new PostingPartner(gateway, id, FOREIGN).call("conformance-foreign-token", document);
    climb.judge(
        foreign.rule().equals("authentication.username-token"),
        "wrong-key",
        "soap",
        "answer",
        foreign.status(),
        foreign.rule());
    climb.notRun("altered-body", "soap", "body-by-tls");
  }

  /** A partner where the gateway signs in: it does so with the agreed account, and only there. */
  private void account(String via) throws InterruptedException {
    Optional<SentCase> sample = sample(via);
    if (via.equals("filedrop")) {
      climb.notRun("account", via, "no-account");
      return;
    }
    if (sample.isEmpty()) {
      climb.notRun("account", via, "no-samples");
      return;
    }
    FarSide side = ascent.site.sides().of(via);
    if (side.partner() instanceof FilePartner server) {
      hostKey(server, side, sample.get());
    }
    Submission submission =
        side.send(sample.get().sending(), ascent.key(sample.get()), sample.get().bytes());
    boolean fetched =
        submission.taken() && fetched(side, sample.get(), submission, Ascent.PATIENCE);
    climb.judge(fetched, "account", via, fetched ? "signed-in" : "not-fetched");
  }

  private void hostKey(FilePartner server, FarSide side, SentCase sample)
      throws InterruptedException {
    server.replaceByImpostor();
    boolean fetched;
    try {
      Submission submission = side.send(sample.sending(), ascent.key(sample), sample.bytes());
      fetched = fetched(side, sample, submission, A_WHILE);
    } finally {
      server.returnInPlaceOfImpostor();
    }
    climb.judge(!fetched, "host-key", sample.sending().via(), fetched ? "fetched" : "left-alone");
  }

  private boolean fetched(FarSide side, SentCase sample, Submission submission, Duration patience)
      throws InterruptedException {
    String exchange = sample.sending().exchange();
    String id = ascent.candidate.id();
    return ascent.gateway.await(
        patience, () -> ascent.gateway.find(id, exchange, submission.name()).isPresent());
  }

  private Optional<SentCase> sample(String via) {
    return ascent.cases.sent().stream()
        .filter(s -> s.sending().via().equals(via) && s.sound() && !s.answers())
        .findFirst();
  }
}
