package io.enforcement.gateway.connectors.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/** A missing peer is told by name, and is a failure where peers are required. */
class PeerConditionTest {

  @Peer(value = "shell", program = "sh")
  private static final class TalksToTheShell {}

  @Peer(value = "no-such-server", program = "no-such-program")
  private static final class TalksToNobody {}

  @Peer(
      value = "no-such-library",
      program = "sh",
      with = {"-c", "exit 1"})
  private static final class TalksThroughALibrary {}

  @Test
  void runsWhereThePeerIsInstalled() {
    assertThat(decided(true, TalksToTheShell.class).isDisabled()).isFalse();
  }

  @Test
  void namesThePeerThatIsMissing() {
    ConditionEvaluationResult result = decided(false, TalksToNobody.class);
    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason())
        .hasValue("no-such-server is not installed (no program no-such-program)");
  }

  @Test
  void asksTheProgramForWhatItCannotShowByBeingThere() {
    assertThat(decided(false, TalksThroughALibrary.class).getReason())
        .hasValue("no-such-library is not installed (sh does not find it)");
  }

  @Test
  void failsWherePeersAreRequired() {
    assertThatIllegalStateException()
        .isThrownBy(() -> decided(true, TalksToNobody.class))
        .withMessageContaining("no-such-server is not installed");
  }

  private static ConditionEvaluationResult decided(boolean required, Class<?> test) {
    return PeerCondition.decide(test.getAnnotation(Peer.class), required);
  }
}
