package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.routes.pack.check.Sample;
import io.enforcement.gateway.routes.pack.check.Samples;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PartnerFile.Answers;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a candidate's samples say that goes to and fro. Immutable. */
final class Cases {

  private final Candidate candidate;
  private final Samples samples;
  private final List<SentCase> sent = new ArrayList<>();
  private final List<ReceivedCase> received = new ArrayList<>();
  private final List<AskedCase> asked = new ArrayList<>();
  private Optional<Sending> inStandardForm = Optional.empty();

  /**
   * @throws IllegalArgumentException when the pack cannot be installed
   */
  Cases(Candidate candidate) {
    this.candidate = candidate;
    samples = Samples.of(candidate.pack(), candidate.ways());
    candidate.file().sends().forEach(this::read);
    candidate.file().receives().forEach(this::read);
    candidate.file().answers().forEach(this::read);
  }

  /** All that it sends, in the order of its settings and then of the names. */
  List<SentCase> sent() {
    return List.copyOf(sent);
  }

  /** By which it can send the standard's own records, statements among them. */
  Optional<Sending> inStandardForm() {
    return inStandardForm;
  }

  /** The sound records that it receives by an exchange. */
  List<ReceivedCase> received(String exchange) {
    return received.stream().filter(c -> c.receives().exchange().equals(exchange)).toList();
  }

  /** All that it receives. */
  List<ReceivedCase> received() {
    return List.copyOf(received);
  }

  /** All in which it is asked. */
  List<AskedCase> asked() {
    return List.copyOf(asked);
  }

  private void read(Sends sends) {
    OfflinePartner partner = candidate.offline();
    ToStandard translator = partner.toStandard(sends);
    String type = sends.accepts().isEmpty() ? "" : sends.accepts().get(0);
    Sending sending = new Sending(sends.exchange(), sends.via(), type);
    if (inStandardForm.isEmpty() && readsStatements(translator)) {
      inStandardForm = Optional.of(sending);
    }
    for (Sample sample : of(sends.exchange(), true)) {
      byte[] bytes = bytes(sample);
      GoldenOutcome outcome = GoldenOutcome.ofReading(translator, bytes, sample.shortName());
      Set<String> refused =
          outcome.ending().equals(GoldenOutcome.REFUSED) ? rules(outcome.text()) : Set.of();
      sent.add(
          new SentCase(sending, name(sample), ending(sample), bytes, refused, outcome.parts()));
    }
  }

  private static boolean readsStatements(ToStandard translator) {
    ReconciliationStatement any = StandardSample.of(ReconciliationStatement.class, "balanced");
    GoldenOutcome outcome =
        GoldenOutcome.ofReading(translator, StandardXml.write(any), "statement.xml");
    return outcome.parts().stream()
        .filter(Part.Translated.class::isInstance)
        .map(part -> ((Part.Translated) part).record())
        .anyMatch(ReconciliationStatement.class::isInstance);
  }

  private void read(Receives receives) {
    FromStandard translator = candidate.offline().fromStandard(receives);
    for (Sample sample : of(receives.exchange(), false)) {
      try {
        StandardRecord record = StandardXml.read(bytes(sample));
        GoldenOutcome outcome = GoldenOutcome.ofWriting(translator, record);
        if (!outcome.ending().equals(GoldenOutcome.REFUSED)) {
          received.add(new ReceivedCase(receives, name(sample), record));
        }
      } catch (Rejected e) {
        // The first rung has told it.
        continue;
      }
    }
  }

  private void read(Answers answers) {
    String exchange = answers.exchange();
    FromStandard request = candidate.offline().writer(exchange, answers.request(), Map.of());
    List<AskedCase.Question> questions = new ArrayList<>();
    for (Sample sample : of(exchange, false)) {
      question(sample, request)
          .ifPresent(query -> questions.add(new AskedCase.Question(name(sample), query)));
    }
    ToStandard reply = candidate.offline().reader(exchange, answers.reply(), answers.format());
    List<AskedCase.Reply> replies =
        of(exchange, true).stream()
            .map(s -> new AskedCase.Reply(name(s), bytes(s), answer(s, reply)))
            .toList();
    asked.add(new AskedCase(answers, questions, replies));
  }

  /** Empty when it is none, or one that the partner's form cannot say. */
  private Optional<Query> question(Sample sample, FromStandard request) {
    try {
      StandardRecord record = StandardXml.read(bytes(sample));
      boolean refused =
          GoldenOutcome.ofWriting(request, record).ending().equals(GoldenOutcome.REFUSED);
      return Optional.of(record)
          .filter(sound -> !refused && sound instanceof Query)
          .map(Query.class::cast);
    } catch (Rejected e) {
      // The first rung has told it.
      return Optional.empty();
    }
  }

  private Optional<Answer> answer(Sample sample, ToStandard reply) {
    List<Part> parts = GoldenOutcome.ofReading(reply, bytes(sample), sample.shortName()).parts();
    return parts.size() == 1
            && parts.get(0) instanceof Part.Translated translated
            && translated.record() instanceof Answer answer
        ? Optional.of(answer)
        : Optional.empty();
  }

  private List<Sample> of(String exchange, boolean reads) {
    return candidate.ways().stream()
        .filter(way -> way.exchange().equals(exchange) && way.reads() == reads)
        .map(samples::of)
        .flatMap(List::stream)
        .toList();
  }

  /** The rules in a list of findings: the second word of each line. */
  private static Set<String> rules(String findings) {
    return findings
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words.length > 1)
        .map(words -> words[1])
        .collect(Collectors.toSet());
  }

  private byte[] bytes(Sample sample) {
    return candidate.pack().bytes(sample.in()).orElseThrow();
  }

  private static String name(Sample sample) {
    String file = sample.shortName();
    return file.substring(0, file.lastIndexOf(".in."));
  }

  private static String ending(Sample sample) {
    String file = sample.shortName();
    return file.substring(file.lastIndexOf('.') + 1);
  }
}
