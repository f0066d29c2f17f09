package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Part.Refused;
import io.enforcement.gateway.mappings.Part.Translated;
import io.enforcement.gateway.routes.conformance.Ascent.SentMessage;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.province.reconciliation.SentVersion;
import io.enforcement.gateway.routes.sandbox.GatewayApi;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Listed;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Reconciled;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import io.enforcement.gateway.routes.sandbox.side.Submission;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.RejectionList;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seventh rung: the partner's own list of what it sent agrees with the gateway's; and a partner
 * that can send statements states a day, has what differs named, and mends it.
 */
final class ReconciliationRung {

  private static final String TOTALS = "totals";
  private static final String DAY = "day";
  private static final String DIFFERENCES = "differences";
  private static final String NAMED = "missing-named";
  private static final String HEALING = "healing";

  private static final String CLOSED = "CLOSED";
  private static final String DIFFERENT = "DIFFERENT";

  /** The gateway among its partners, in whose name a province answers. */
  private static final String PROVINCE = "gateway";

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Ascent ascent;
  private final Climb climb;

  ReconciliationRung(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  void climb() throws InterruptedException {
    climb.onto(Rung.RECONCILIATION);
    totals();
    Optional<Sending> way = ascent.cases.inStandardForm();
    Optional<StandardRecord> act = way.flatMap(w -> acts(w).filter(DayBook::holds).findFirst());
    if (act.isPresent()) {
      reconcile(way.get(), new DayBook(act.get(), freeDay()));
    } else {
      notRun(way.isPresent() ? "no-act" : "no-statement", DAY, DIFFERENCES, NAMED, HEALING);
    }
  }

  private void notRun(String why, String... steps) {
    for (String step : steps) {
      climb.notRun(step, "", why);
    }
  }

  /** Every message that was sent is there once, with the records that its sample has. */
  private void totals() {
    List<SentMessage> sent = ascent.taken;
    if (sent.isEmpty()) {
      climb.notRun(TOTALS, "", "nothing-sent");
      return;
    }
    Set<String> differing = new TreeSet<>();
    long records = 0;
    long refusals = 0;
    for (SentMessage message : sent) {
      List<GatewayApi.Part> parts =
          ascent.gateway.api().parts(message.message()).stream()
              .filter(part -> part.position() > 0)
              .toList();
      long refused = parts.stream().filter(p -> p.state().equals("REFUSED")).count();
      long taken = parts.size() - refused;
      records += taken;
      refusals += refused;
      if (!isThereOnce(message) || !agree(message.sample(), taken, refused)) {
        differing.add(message.sample().subject());
      }
    }
    if (differing.isEmpty()) {
      climb.pass(TOTALS, "", "totals", sent.size(), records, refusals);
    } else {
      climb.fail(TOTALS, "", "totals-differ", String.join(", ", differing));
    }
  }

  private boolean isThereOnce(SentMessage sent) {
    String exchange = sent.sample().sending().exchange();
    return ascent.gateway.api().messages(ascent.candidate.id(), exchange).stream()
        .filter(listed -> listed.key().equals(sent.name()))
        .map(Listed::id)
        .toList()
        .equals(List.of(sent.message()));
  }

  private static boolean agree(SentCase sample, long taken, long refused) {
    if (!sample.refused().isEmpty()) {
      return taken == 0 && refused > 0;
    }
    long sound = sample.parts().stream().filter(Translated.class::isInstance).count();
    long verdicts = sample.parts().stream().filter(ReconciliationRung::isVerdict).count();
    return taken >= sound - verdicts
        && taken <= sound
        && refused == sample.parts().stream().filter(Refused.class::isInstance).count();
  }

  /** It is told to whom it concerns; whether it is a record of its own depends on that. */
  private static boolean isVerdict(Part part) {
    return part instanceof Translated translated
        && (translated.record() instanceof Receipt || translated.record() instanceof RejectionList);
  }

  private Stream<StandardRecord> acts(Sending way) {
    return ascent.taken.stream()
        .map(SentMessage::sample)
        .filter(sample -> sample.sending().equals(way) && sample.parts().size() == 1)
        .map(sample -> ((Translated) sample.parts().get(0)).record());
  }

  /** The last day that is over and on which none of the samples was sent. */
  private LocalDate freeDay() {
    Set<LocalDate> taken =
        ascent.cases.sent().stream()
            .flatMap(sample -> sample.parts().stream())
            .filter(Translated.class::isInstance)
            .map(part -> ((Translated) part).record().getCdTime())
            .filter(Objects::nonNull)
            .map(time -> time.atZoneSameInstant(CHINA).toLocalDate())
            .collect(Collectors.toSet());
    return Stream.iterate(LocalDate.now(CHINA).minusDays(1), day -> day.minusDays(1))
        .filter(day -> !taken.contains(day))
        .findFirst()
        .orElseThrow();
  }

  private void reconcile(Sending way, DayBook book) throws InterruptedException {
    StandardRecord one = book.version(1);
    StandardRecord other = book.version(2);
    SentVersion first = DayBook.named(one);
    SentVersion second = DayBook.named(other);
    boolean stated =
        send(way, one) && send(way, other) && send(way, book.statement(1, List.of(first, second)));
    boolean closed = stated && comesTo(book, CLOSED);
    climb.judge(closed, DAY, book.subject(), "reconciled", told(book));
    if (!closed) {
      notRun("day-open", DIFFERENCES, NAMED, HEALING);
      return;
    }
    StandardRecord late = book.version(3);
    SentVersion third = DayBook.named(late);
    // The first otherwise than it was sent, the second left out, the third not sent yet.
    boolean differs =
        send(way, book.statement(3, List.of(DayBook.altered(first), third)))
            && comesTo(book, DIFFERENT);
    Set<String> expected =
        Set.of(
            "CONTENT_DIFFERS " + first.revision(),
            "MISSING_THERE " + second.revision(),
            "MISSING_HERE " + third.revision());
    Set<String> open = open(book);
    climb.judge(
        differs && open.equals(expected),
        DIFFERENCES,
        book.subject(),
        "differences",
        String.join(", ", open));
    named(book, third);
    boolean healed =
        send(way, late)
            && ascent.gateway.await(
                Ascent.PATIENCE, () -> !open(book).contains("MISSING_HERE " + third.revision()));
    boolean again =
        healed
            && send(way, book.statement(5, List.of(first, second, third)))
            && comesTo(book, CLOSED);
    climb.judge(again, HEALING, book.subject(), "reconciled", told(book));
  }

  /** What is missing is asked of the partner, where it gets answers to its statements. */
  private void named(DayBook book, SentVersion missing) throws InterruptedException {
    Optional<Receives> back =
        ascent.candidate.file().receives().stream()
            .filter(r -> r.records().contains(Site.STATEMENT) || r.records().contains("*"))
            .findFirst();
    if (back.isEmpty()) {
      climb.notRun(NAMED, "", "no-answers");
      return;
    }
    boolean named =
        ascent.gateway.await(
            Ascent.PATIENCE, () -> answers(back.get()).anyMatch(a -> a.contains(missing.actKey())));
    climb.judge(named, NAMED, book.subject(), named ? "asked" : "not-arrived");
  }

  private Stream<String> answers(Receives back) {
    FarSide side = ascent.site.sides().of(back.via());
    return ascent.gateway.api().messages(PROVINCE, Site.reporting()).stream()
        .flatMap(
            message ->
                ascent
                    .gateway
                    .deliveries(message.id(), ascent.candidate.id(), back.exchange())
                    .stream())
        .map(Delivery::key)
        .flatMap(key -> side.arrived(back.exchange(), key, new byte[0]).stream())
        .map(document -> new String(document, StandardCharsets.UTF_8));
  }

  private boolean send(Sending way, StandardRecord record) throws InterruptedException {
    byte[] document = StandardXml.write(record);
    SentCase sample = new SentCase(way, "day", "xml", document, Set.of(), List.of());
    Submission submission =
        ascent.site.sides().of(way.via()).send(way, ascent.key(sample), document);
    return submission.taken()
        && ascent
            .gateway
            .settled(ascent.candidate.id(), way.exchange(), submission.name(), Ascent.PATIENCE)
            .filter(message -> message.state().equals("TRANSLATED"))
            .isPresent();
  }

  private boolean comesTo(DayBook book, String state) throws InterruptedException {
    return ascent.gateway.await(
        Ascent.PATIENCE, () -> day(book).filter(day -> day.state().equals(state)).isPresent());
  }

  private Optional<Reconciled> day(DayBook book) {
    return ascent.gateway.api().reconciled(ascent.candidate.id(), book.day()).stream().findFirst();
  }

  private String told(DayBook book) {
    return day(book)
        .map(day -> climb.state(day.state()) + ", " + day.stated() + " / " + day.held())
        .orElse("");
  }

  private Set<String> open(DayBook book) {
    return day(book).stream()
        .flatMap(day -> ascent.gateway.api().differences(day.id()).stream())
        .filter(GatewayApi.Difference::open)
        .map(difference -> difference.sort() + " " + difference.revision())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
