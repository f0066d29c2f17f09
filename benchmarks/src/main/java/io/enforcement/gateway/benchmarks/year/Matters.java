package io.enforcement.gateway.benchmarks.year;

import io.enforcement.gateway.benchmarks.year.Matter.Expected;
import io.enforcement.gateway.benchmarks.year.Matter.Letter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Draws the conversations of a year: clues, requests for assistance, transfers for detention and of
 * crimes; answered in time, late, or never. The rules they name are those of the deadline table,
 * told here once more in code. Invented throughout. Used by one thread.
 */
final class Matters {

  /** The days of the year. */
  static final int DAYS = 365;

  /** Numbers of nine digits, which no other number in a document has. */
  static final Pattern NUMBER = Pattern.compile("7\\d{8}");

  private static final long FIRST = 700_000_000;

  private final Paper clue =
      Paper.of("ClueTransfer", "sampling-failed").without("limit", "attachments");
  private final Paper filing = Paper.of("FilingFeedback", "filed").without("caseNumber");
  private final Paper outcome = Paper.of("OutcomeFeedback", "penalty").without("attachments");
  private final Paper request =
      Paper.of("AssistRequest", "documents").without("limit", "caseReference");
  private final Paper answer = Paper.of("AssistAnswer", "documents-given").without("attachments");
  private final Paper detention =
      Paper.of("DetentionTransfer", "hidden-pipe").without("priorPenalties");
  private final Paper detained = Paper.of("DetentionResult", "detained");
  private final Paper crime = Paper.of("CrimeTransfer", "substandard-pipes");
  private final Paper receipt =
      Paper.of("CrimeTransferReceipt", "economic-crime").without("reviewLimit");

  private final LegalDays days = new LegalDays();
  private final LocalDate first;
  private final Random random;

  /**
   * @param first the first day of the year
   */
  Matters(LocalDate first, long seed) {
    this.first = first;
    this.random = new Random(seed);
  }

  /** The conversation of this number. */
  Matter matter(int number) {
    int kind = random.nextInt(100);
    int day = random.nextInt(DAYS);
    long unique = FIRST + number;
    return kind < 40
        ? clue(unique, day)
        : kind < 70
            ? assistance(unique, day)
            : kind < 85 ? detention(unique, day) : crime(unique, day);
  }

  private Matter clue(long number, int sent) {
    List<Letter> letters = new ArrayList<>();
    List<Expected> deadlines = new ArrayList<>();
    LocalDate found = date(sent - random.nextInt(10));
    letters.add(
        letter(
            sent,
            number + "-1",
            () ->
                clue.with("clueNumber", "XS-" + number)
                    .with("letterNumber", "示建线移〔2026〕" + number + "号")
                    .with("foundDate", found)
                    .with("occurredDate", found.minusDays(4))
                    .with("sentDate", date(sent))));
    deadlines.add(new Expected(number, "B01", days.workingDays(found, 5), end(date(sent))));
    int told = sent + 1 + random.nextInt(30);
    boolean answered = random.nextInt(100) < 85 && told < DAYS;
    LocalDate decided = date(told - random.nextInt(Math.min(6, told - sent)));
    deadlines.add(
        new Expected(
            number, "B02", days.workingDays(date(sent), 15), answered ? end(decided) : null));
    if (answered) {
      letters.add(
          letter(
              told,
              number + "-2",
              () ->
                  filing
                      .with("clueNumber", "XS-" + number)
                      .with("clueReceivedDate", date(sent))
                      .with("decidedDate", decided)
                      .with("feedbackDate", date(told))));
      deadlines.add(new Expected(number, "B03", days.workingDays(decided, 3), end(date(told))));
      outcome(number, told, decided, letters, deadlines);
    }
    return new Matter(letters, deadlines);
  }

  private void outcome(
      long number, int told, LocalDate filed, List<Letter> letters, List<Expected> deadlines) {
    int day = told + 9 + random.nextInt(60);
    if (random.nextInt(100) < 30 || day >= DAYS) {
      return;
    }
    LocalDate decided = date(day - random.nextInt(9));
    letters.add(
        letter(
            day,
            number + "-3",
            () ->
                outcome
                    .with("clueNumber", "XS-" + number)
                    .with("caseReference.caseNumber", "示综执立字〔2026〕" + number + "号")
                    .with("caseReference.filingDate", filed)
                    .with("documentNumber", "示综执罚决字〔2026〕" + number + "号")
                    .with("decidedDate", decided)
                    .with("feedbackDate", date(day))));
    deadlines.add(new Expected(number, "B04", days.workingDays(decided, 5), end(date(day))));
  }

  private Matter assistance(long number, int sent) {
    String letterNumber = "示市监协查〔2026〕" + number + "号";
    List<Letter> letters = new ArrayList<>();
    letters.add(
        letter(
            sent,
            number + "-1",
            () -> request.with("letterNumber", letterNumber).with("sentDate", date(sent))));
    int day = sent + 1 + random.nextInt(35);
    boolean answered = random.nextInt(100) < 85 && day < DAYS;
    if (answered) {
      letters.add(
          letter(
              day,
              number + "-2",
              () ->
                  answer
                      .with("letterNumber", letterNumber)
                      .with("answerNumber", "示综执复〔2026〕" + number + "号")
                      .with("receivedDate", date(sent))
                      .with("answerDate", date(day))));
    }
    return new Matter(
        letters,
        List.of(
            new Expected(
                number,
                "B08",
                days.workingDays(date(sent), 15),
                answered ? end(date(day)) : null)));
  }

  private Matter detention(long number, int sent) {
    String letterNumber = "安环拘移字〔2026〕" + number + "号";
    String caseNumber = "安环立字〔2026〕" + number + "号";
    LocalDate decided = date(sent - random.nextInt(7));
    List<Letter> letters = new ArrayList<>();
    List<Expected> deadlines = new ArrayList<>();
    letters.add(
        letter(
            sent,
            number + "-1",
            () ->
                detention
                    .with("letterNumber", letterNumber)
                    .with("caseReference.caseNumber", caseNumber)
                    .with("caseReference.filingDate", decided.minusDays(20))
                    .with("decidedOn", decided)
                    .with("sentOn", date(sent))));
    deadlines.add(new Expected(number, "F29a", days.workingDays(decided, 3), end(date(sent))));
    int day = sent + 2 + random.nextInt(12);
    if (random.nextInt(100) < 80 && day < DAYS) {
      LocalDate ruled = date(day - random.nextInt(Math.min(8, day - sent)));
      letters.add(
          letter(
              day,
              number + "-2",
              () ->
                  detained
                      .with("transfer.letterNumber", letterNumber)
                      .with("transfer.caseNumber", caseNumber)
                      .with("transfer.sentOn", date(sent))
                      .with("transfer.receivedOn", date(sent))
                      .with("letterNumber", "安公(环)行罚决字〔2026〕" + number + "号")
                      .with("acceptedOn", date(sent))
                      .with("decidedOn", ruled)
                      .with("noticedOn", date(day))));
      deadlines.add(new Expected(number, "F29c", days.workingDays(ruled, 3), end(date(day))));
    }
    return new Matter(letters, deadlines);
  }

  private Matter crime(long number, int day) {
    OffsetDateTime sent = at(day, 10, 5);
    OffsetDateTime approved = sent.minusHours(1 + random.nextInt(40));
    OffsetDateTime reported = approved.minusDays(random.nextInt(6)).minusHours(2);
    String letterNumber = "示综执移字〔2026〕" + number + "号";
    String caseNumber = "示综执立字〔2026〕" + number + "号";
    List<Letter> letters = new ArrayList<>();
    List<Expected> deadlines = new ArrayList<>();
    letters.add(
        letter(
            day,
            number + "-1",
            () ->
                crime
                    .with("letterNumber", letterNumber)
                    .with("caseReference.caseNumber", caseNumber)
                    .with("caseReference.filingDate", reported.toLocalDate().minusDays(20))
                    .with("reportedAt", reported)
                    .with("approvedAt", approved)
                    .with("sentAt", sent)));
    deadlines.add(
        new Expected(
            number, "F01", days.calendarDays(reported.toLocalDate(), 3), approved.toInstant()));
    deadlines.add(
        new Expected(
            number, "F02", approved.toInstant().plus(Duration.ofHours(24)), sent.toInstant()));
    int accepted = day + random.nextInt(3);
    if (random.nextInt(100) < 90 && accepted < DAYS) {
      OffsetDateTime moment = at(accepted, 10, 20);
      letters.add(
          letter(
              accepted,
              number + "-2",
              () ->
                  receipt
                      .with("transfer.letterNumber", letterNumber)
                      .with("transfer.caseNumber", caseNumber)
                      .with("transfer.sentOn", date(day))
                      .with("transfer.receivedOn", date(day))
                      .with("letterNumber", "示公(经)受字〔2026〕" + number + "号")
                      .with("policeCaseNumber", "示公(经)受案〔2026〕" + number + "号")
                      .with("acceptedAt", moment)));
      deadlines.add(
          new Expected(number, "F04a", days.calendarDays(date(day), 0), moment.toInstant()));
      deadlines.add(new Expected(number, "F09z", days.calendarDays(date(accepted), 60), null));
    }
    return new Matter(letters, deadlines);
  }

  private static Letter letter(int day, String id, Supplier<Paper> paper) {
    String identity = "year-" + id;
    return new Letter(
        day, identity, () -> paper.get().with("recordUniqueIdentity", identity).xml());
  }

  private LocalDate date(int day) {
    return first.plusDays(day);
  }

  private OffsetDateTime at(int day, int hour, int minute) {
    return date(day).atTime(hour, minute).atOffset(ZoneOffset.ofHours(8));
  }

  private static Instant end(LocalDate day) {
    return LegalDays.endOf(day);
  }
}
