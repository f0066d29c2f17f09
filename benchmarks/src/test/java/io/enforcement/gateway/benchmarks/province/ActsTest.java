package io.enforcement.gateway.benchmarks.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.province.Acts.Act;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The records that the province is measured with. */
class ActsTest {

  private static final int RECORDS = 2_000;

  private final Acts acts = new Acts(RECORDS);

  @Test
  void areSoundAndHaveTheKeysThatTheySay() {
    for (long number = 0; number < RECORDS; number += 7) {
      Act act = acts.act(number);
      StandardXml.Read read = StandardXml.readChecked(act.xml());
      assertThat(read.findings()).isEmpty();
      assertThat(read.record().getClass().getSimpleName()).isEqualTo(act.kind());
      assertThat(read.record().getRevision()).isEqualTo(act.revision());
      RecordIdentity identity = RecordIdentity.of(read.record());
      assertThat(identity.actKey()).contains(act.key());
      assertThat(identity.partyKey().orElse("")).isEqualTo(act.partyKey());
    }
  }

  @Test
  void noTwoAreTheSameVersionAndSomeCorrectOrWithdraw() {
    List<Act> all = LongStream.range(0, RECORDS).mapToObj(acts::act).toList();

    assertThat(all).extracting(act -> act.key() + " " + act.revision()).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(act -> StandardXml.read(act.xml()))
        .extracting(StandardRecord::getCdOperation)
        .contains(Operation.U, Operation.D);
  }
}
