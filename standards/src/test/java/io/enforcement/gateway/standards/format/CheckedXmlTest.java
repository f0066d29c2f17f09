package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.validation.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckedXmlTest {

  interface Change {
    void to(PenaltyDecision decision);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("structure.missing", "punishFileNum", d -> d.setPunishFileNum(null)),
        fault("structure.missing", "recordUniqueIdentity", d -> d.setRecordUniqueIdentity(null)),
        fault("structure.missing", "parties", d -> d.getParties().clear()),
        fault("structure.missing", "penalties", d -> d.getPenalties().clear()),
        fault(
            "structure.missing",
            "caseReference.caseNumber",
            d -> d.getCaseReference().setCaseNumber(null)),
        fault("structure.missing", "parties[1].kind", d -> d.getParties().get(1).setKind(null)),
        fault(
            "structure.missing",
            "parties[1].certificate.number",
            d -> d.getParties().get(1).getCertificate().setNumber(null)),
        fault(
            "structure.missing", "officers[1].certNo", d -> d.getOfficers().get(1).setCertNo(null)),
        fault("structure.length", "officers[0].name", d -> d.getOfficers().get(0).setName("")),
        fault("structure.length", "illegalAct", d -> d.setIllegalAct("长".repeat(501))),
        fault("structure.pattern", "body.uscc", d -> d.getBody().setUscc("123")),
        fault("structure.pattern", "body.areaNumber", d -> d.getBody().setAreaNumber("6401")),
        fault("structure.pattern", "penalties[1].type", d -> d.getPenalties().get(1).setType("罚")),
        fault(
            "structure.decimal",
            "penalties[0].amount",
            d -> d.getPenalties().get(0).setAmount(new BigDecimal("1.005"))),
        fault(
            "structure.range",
            "penalties[0].amount",
            d -> d.getPenalties().get(0).setAmount(new BigDecimal("-1.00"))),
        fault(
            "structure.range",
            "penalties[1].partyNos[1]",
            d -> d.getPenalties().get(1).getPartyNos().set(1, 0)),
        fault("structure.range", "revision", d -> d.setRevision(0)),
        fault(
            "structure.too-many",
            "violatedBases[20]",
            d ->
                d.getViolatedBases()
                    .addAll(java.util.Collections.nCopies(20, d.getPunishAccords().get(0)))));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("faults")
  void saysWhatTheSchemaFindsInTheNamesOfTheJson(String rule, String path, Change change) {
    PenaltyDecision decision = Samples.decision();
    change.to(decision);

    List<Finding> findings = StandardXml.writeChecked(decision).findings();

    assertThat(findings)
        .extracting(Finding::rule, Finding::path)
        .containsExactly(tuple(rule, path));
    assertThat(findings).allMatch(Finding::refuses);
  }

  @Test
  void reportsEveryFaultAtOnceAndNeverTheValue() {
    PenaltyDecision decision = Samples.decision();
    decision.getBody().setUscc("secret-1");
    decision.getParties().get(0).setUscc("secret-2");
    decision.setPunishResult(null);

    List<Finding> findings = StandardXml.writeChecked(decision).findings();

    assertThat(findings)
        .extracting(Finding::path)
        .containsExactly("body.uscc", "parties[0].uscc", "punishResult");
    assertThat(findings.toString()).doesNotContain("secret");
  }

  @Test
  void speaksTheSameInEveryLocaleOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      Revocation revocation = Samples.revocation();
      revocation.setReason(null);

      assertThat(StandardXml.writeChecked(revocation).findings())
          .extracting(Finding::rule, Finding::path)
          .containsExactly(tuple("structure.missing", "reason"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void countsCharactersBeyondTheBmpAsOne() {
    PenaltyDecision decision = Samples.decision();
    decision.getOfficers().get(0).setName("𠮷".repeat(50));

    assertThat(StandardXml.writeChecked(decision).findings()).isEmpty();
  }

  @Test
  void anEmptyRecordIsDescribedNotCrashed() {
    assertThat(StandardXml.writeChecked(new PenaltyDecision()).findings()).isNotEmpty();
    assertThat(StandardXml.writeChecked(new Receipt()).findings()).isNotEmpty();
  }

  @Test
  void aFaultyRecordLeavesNothingBehindForTheNextOneInAnyThread() {
    PenaltyDecision faulty = Samples.decision();
    faulty.getBody().setUscc("123");
    PenaltyDecision sound = Samples.decision();

    List<Integer> found =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(i -> StandardXml.writeChecked(i % 2 == 0 ? faulty : sound).findings().size())
            .toList();

    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isEqualTo(i % 2 == 0 ? 1 : 0);
    }
  }

  private static Arguments fault(String rule, String path, Change change) {
    return Arguments.of(rule, path, change);
  }
}
