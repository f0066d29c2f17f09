package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.Part.Refused;
import io.enforcement.gateway.mappings.Part.Translated;
import io.enforcement.gateway.routes.conformance.Ascent.SentMessage;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Part;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.Fate;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.RejectionList;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The third rung: every sample that the partner sends is sent over its transport, and becomes what
 * its mapping makes of it offline.
 */
final class SendRung {

  private static final String STEP = "send";
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** Rules that ask what came before: another sample may bear the same number. */
  private static final Set<String> OF_HISTORY =
      Set.of("record.revision-conflict", "revocation.unknown-decision");

  private static final Set<String> WAITS_FOR_ANOTHER =
      Set.of("revocation.decision-not-translated", "rejection.unmatched");

  private final Ascent ascent;
  private final Climb climb;

  /** What lies there or was taken. */
  private record Under(SentCase sample, String name) {}

  SendRung(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.SEND);
    List<SentCase> samples = ascent.cases.sent();
    List<Under> way = new ArrayList<>();
    for (SentCase sample : samples) {
      if (sample.answers()) {
        climb.notRun(STEP, sample.subject(), "answers");
      } else {
        send(sample).ifPresent(way::add);
      }
    }
    ascent.candidate.file().sends().stream()
        .map(s -> s.exchange())
        .filter(e -> samples.stream().noneMatch(s -> s.sending().exchange().equals(e)))
        .forEach(exchange -> climb.notRun(STEP, exchange, "no-samples"));
    if (ascent.candidate.file().sends().isEmpty()) {
      climb.notRun(STEP, "", "sends-nothing");
    }
    ascent.gateway.await(PATIENCE, () -> way.stream().allMatch(this::atRest));
    Map<String, String> causes = ascent.gateway.api().parkedCauses();
    for (Under under : way) {
      judge(under, causes);
    }
  }

  private Optional<Under> send(SentCase sample) throws InterruptedException {
    FarSide side = ascent.site.sides().of(sample.sending().via());
    Submission submission = side.send(sample.sending(), ascent.key(sample), sample.bytes());
    if (submission.taken()) {
      return Optional.of(new Under(sample, submission.name()));
    }
    if (submission.status() == 0) {
      climb.notRun(STEP, sample.subject(), "not-laid");
    } else {
      climb.judge(
          !sample.sound() && !submission.rule().isEmpty(),
          STEP,
          sample.subject(),
          "refused-at-door",
          submission.status(),
          submission.rule());
    }
    return Optional.empty();
  }

  private boolean atRest(Under under) {
    return find(under).filter(Listed::settled).isPresent() || fate(under) == Fate.ASIDE;
  }

  private Optional<Listed> find(Under under) {
    String exchange = under.sample().sending().exchange();
    return ascent.gateway.find(ascent.candidate.id(), exchange, under.name());
  }

  private Fate fate(Under under) {
    var sending = under.sample().sending();
    return ascent.site.sides().of(sending.via()).fate(sending, under.name());
  }

  private void judge(Under under, Map<String, String> causes) {
    SentCase sample = under.sample();
    Optional<Listed> found = find(under);
    if (found.isEmpty() && sample.sending().via().equals("soap")) {
      // The door goes by the operation: what bears another's name is another exchange.
      climb.notRun(STEP, sample.subject(), "other-operation");
      return;
    }
    if (found.isEmpty()) {
      boolean aside = fate(under) == Fate.ASIDE;
      climb.judge(
          aside && !sample.sound(), STEP, sample.subject(), aside ? "put-aside" : "not-fetched");
      return;
    }
    Listed message = found.get();
    switch (message.state()) {
      case "PARKED" -> parked(sample, causes.getOrDefault(message.id(), ""));
      case "TRANSLATED", "REFUSED" -> {
        SentMessage sent = new SentMessage(sample, under.name(), message.id());
        compare(sent, ascent.gateway.api().parts(message.id()));
      }
      default -> climb.fail(STEP, sample.subject(), "message-state", climb.state(message.state()));
    }
  }

  private void parked(SentCase sample, String cause) {
    if (WAITS_FOR_ANOTHER.contains(cause)) {
      climb.notRun(STEP, sample.subject(), "names-another");
    } else {
      // A word that no code list has: people here can add it.
      climb.judge(!sample.sound() && cause.startsWith("code "), STEP, sample.subject(), "parked");
    }
  }

  private void compare(SentMessage sent, List<Part> all) {
    SentCase sample = sent.sample();
    Map<Integer, Part> parts =
        all.stream()
            .filter(part -> part.position() > 0)
            .collect(Collectors.toMap(Part::position, part -> part, (one, other) -> one));
    if (!sample.refused().isEmpty()) {
      boolean refused =
          parts.values().stream()
              .allMatch(
                  p -> isRefused(p) && p.rules().stream().anyMatch(sample.refused()::contains));
      climb.judge(refused, STEP, sample.subject(), "refused", rules(all));
      if (refused) {
        remember(sent, true);
      }
      return;
    }
    List<Integer> wrong = new ArrayList<>();
    Set<String> rules = new HashSet<>();
    int repeated = 0;
    for (var expected : sample.parts()) {
      Part part = parts.get(expected.position());
      if (part != null
          && isRefused(part)
          && OF_HISTORY.containsAll(part.rules())
          && expected instanceof Translated) {
        repeated++;
      } else if (!fits(expected, part)) {
        wrong.add(expected.position());
        rules.addAll(part == null ? List.of() : part.rules());
      }
    }
    if (!wrong.isEmpty()) {
      climb.fail(STEP, sample.subject(), "parts-differ", wrong, String.join(", ", rules));
    } else if (repeated > 0) {
      climb.notRun(STEP, sample.subject(), "another-sample");
    } else {
      long refused = sample.parts().stream().filter(Refused.class::isInstance).count();
      climb.pass(STEP, sample.subject(), "parts", sample.parts().size() - refused, refused);
      remember(sent, refused > 0);
    }
  }

  private void remember(SentMessage sent, boolean refused) {
    ascent.taken.add(sent);
    if (refused) {
      ascent.refused = ascent.refused == null ? sent : ascent.refused;
    } else {
      ascent.accepted.putIfAbsent(sent.sample().sending().exchange(), sent);
    }
  }

  private static boolean fits(io.enforcement.gateway.mappings.Part expected, Part part) {
    if (expected instanceof Refused refused) {
      Set<String> rules =
          refused.findings().stream().map(Finding::rule).collect(Collectors.toSet());
      return part != null && isRefused(part) && part.rules().stream().anyMatch(rules::contains);
    }
    if (part == null) {
      // A verdict is told to whom it concerns; it is no record of its own.
      var record = ((Translated) expected).record();
      return record instanceof Receipt || record instanceof RejectionList;
    }
    return !isRefused(part);
  }

  private static boolean isRefused(Part part) {
    return part.state().equals("REFUSED");
  }

  private static String rules(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> part.rules().stream())
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }
}
