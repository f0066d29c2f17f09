package io.enforcement.gateway.benchmarks.province;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The records of three years from 27 sources, each made of its number alone: inspections,
 * decisions, of every twenty decisions one correction, of every fifty one that is withdrawn. Days
 * pass with the numbers. Any thread.
 */
final class Acts {

  static final int SOURCES = 27;

  private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
  private static final int DAYS = 3 * 365;
  private static final int FIRST_OFFICE = 1000;

  private static final String INSPECTION = text("Inspection/ordered-to-correct.xml");
  private static final String DECISION = text("PenaltyDecision/company-and-citizen.xml");
  private static final String INSPECTION_PARTIES = partyKey(INSPECTION);
  private static final String DECISION_PARTIES = partyKey(DECISION);

  /** Of so many records. */
  private final int records;

  Acts(int records) {
    this.records = records;
  }

  /**
   * One record as the translation keeps it.
   *
   * @param act number of the act that it is a version of
   * @param key natural key of this act
   * @param partyKey of its parties; empty where a number belongs to one act
   */
  record Act(
      String kind,
      int revision,
      long act,
      String key,
      String partyKey,
      String source,
      byte[] xml) {}

  Act act(long number) {
    // What corrects or withdraws comes a hundred numbers after what it is about.
    boolean corrects = number % 100 == 57 && number > 100;
    boolean withdraws = number % 250 == 133 && number > 100;
    long about = corrects || withdraws ? number - 100 : number;
    String operation = withdraws ? "D" : corrects ? "U" : "I";
    int revision = corrects || withdraws ? 2 : 1;
    int source = (int) (about % SOURCES);
    String office = "1164" + (FIRST_OFFICE + source) + "78L04X123X";
    boolean decision = about % 5 < 2;
    String documentNumber = "安综执罚决字〔2026〕第" + about + "号";
    String checkNumber = "JC-" + about;
    String day = FIRST.plusDays(about * DAYS / records).toString();
    String xml =
        (decision ? DECISION : INSPECTION)
            .replace("<cdOperation>I<", "<cdOperation>" + operation + "<")
            .replace("<revision>1<", "<revision>" + revision + "<")
            .replace("1164010678L04X123X", office)
            .replace("安综执罚决字〔2026〕第0087号", documentNumber)
            .replace("JC-640106-2026-0077", checkNumber)
            .replace("<punishSetDate>2026-05-20", "<punishSetDate>" + day)
            .replace("<checkDate>2026-05-08", "<checkDate>" + day);
    return new Act(
        decision ? "PenaltyDecision" : "Inspection",
        revision,
        about,
        office + (decision ? "|302|" + documentNumber : "|202|" + checkNumber),
        decision ? DECISION_PARTIES : INSPECTION_PARTIES,
        "region-" + source,
        xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String partyKey(String xml) {
    return RecordIdentity.of(StandardXml.read(xml.getBytes(StandardCharsets.UTF_8)))
        .partyKey()
        .orElse("");
  }

  private static String text(String sample) {
    try (InputStream in = Acts.class.getResourceAsStream("/standards/v1/samples/" + sample)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
