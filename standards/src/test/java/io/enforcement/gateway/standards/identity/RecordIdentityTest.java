package io.enforcement.gateway.standards.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordIdentityTest {

  @Test
  void aDecisionHasItsThreeKeys() {
    RecordIdentity identity = RecordIdentity.of(Samples.decision());

    assertThat(identity.actKey()).contains(Samples.BODY + "|302|安综执罚决字〔2026〕第0087号");
    assertThat(identity.caseKey()).contains(Samples.BODY + "|安综执立字〔2026〕第51号");
    assertThat(identity.partyKey()).get().asString().matches("[0-9a-f]{16}");
  }

  @Test
  void aRevocationKnowsTheKeyOfTheDecisionItRevokes() {
    RecordIdentity identity = RecordIdentity.of(Samples.revocation());

    assertThat(identity.revokedKey()).isEqualTo(RecordIdentity.of(Samples.decision()).actKey());
    assertThat(identity.actKey()).get().asString().startsWith(Samples.BODY + "|905|");
    assertThat(identity.partyKey()).isEmpty();
    assertThat(identity.caseKey()).isEmpty();
  }

  @Test
  void theOrderAndTheSpellingOfPartiesDoNotMatter() {
    PenaltyDecision decision = Samples.decision();
    Party company = decision.getParties().remove(0);
    company.setName("另一种写法");
    decision.getParties().add(company);

    assertThat(RecordIdentity.of(decision).partyKey())
        .isEqualTo(RecordIdentity.of(Samples.decision()).partyKey());
  }

  @Test
  void coOffendersUnderOneNumberAreToldApart() {
    PenaltyDecision company = Samples.decision();
    company.getParties().remove(1);
    PenaltyDecision citizen = Samples.decision();
    citizen.getParties().remove(0);

    assertThat(RecordIdentity.of(company).actKey()).isEqualTo(RecordIdentity.of(citizen).actKey());
    assertThat(RecordIdentity.of(company).partyKey())
        .isNotEqualTo(RecordIdentity.of(citizen).partyKey());
  }

  @Test
  void aNameCannotImitateANumber() {
    PenaltyDecision named = Samples.decision();
    named.getParties().remove(1);
    named.getParties().get(0).setName(Samples.COMPANY);
    named.getParties().get(0).setUscc(null);
    PenaltyDecision coded = Samples.decision();
    coded.getParties().remove(1);

    assertThat(RecordIdentity.of(named).partyKey())
        .isNotEqualTo(RecordIdentity.of(coded).partyKey());
  }

  /** What a key is made of is never absent from a sound record. */
  @ParameterizedTest
  @MethodSource("io.enforcement.gateway.standards.SampleFiles#all")
  void everySampleOfARecordWithAKeyHasOne(Path sample) {
    RecordIdentity identity = RecordIdentity.of(SampleFiles.read(sample));
    String record = SampleFiles.record(sample);
    boolean keyed = !Dictionary.v1().record(record).orElseThrow().key().isEmpty();

    assertThat(identity.actKey().isPresent()).isEqualTo(keyed);
    identity.actKey().ifPresent(key -> assertThat(key).doesNotContain("null").hasSizeLessThan(300));
  }

  @Test
  void whatIsMissingGivesNoKey() {
    RecordIdentity hollow = RecordIdentity.of(new PenaltyDecision());

    assertThat(hollow.actKey()).isEmpty();
    assertThat(hollow.partyKey()).isEmpty();
    assertThat(hollow.caseKey()).isEmpty();
    assertThat(RecordIdentity.of(new Revocation()).actKey()).isEmpty();
    assertThat(RecordIdentity.of(new Revocation()).revokedKey()).isEmpty();
    assertThat(RecordIdentity.of(Samples.receipt()).actKey()).isEmpty();
    assertThat(RecordIdentity.of(Samples.rejections()).actKey()).isEmpty();
  }
}
