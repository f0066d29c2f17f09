package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.failure.FailureClass.Offer;
import io.enforcement.gateway.routes.store.DeadLetterStore;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sets a parked message or delivery on its way again. It re-enters at the stage that failed and
 * goes to the receiver that has not acknowledged, with the original bytes, message id and
 * idempotency key. Thread-safe.
 */
@Component
public class Replay {

  /** What came of a request to replay. */
  public enum Answer {
    REPLAYED,
    /** There is no such entry, or somebody has dealt with it already. */
    UNKNOWN,
    /** It may have had its effect: one person alone may not repeat it. */
    NEEDS_TWO_PEOPLE,
    /** We failed at it: a reviewer says that what it failed at is mended. */
    NEEDS_REVIEWER,
    /** A dead letter that no partner sent to us: there is no stage it could go back to. */
    HAS_NO_WAY
  }

  /** What was to be mended before is not mended: it would come to the same end. */
  public static final class StillFails extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> found;

    private StillFails(List<String> found) {
      super("the dry run found something", null, false, false);
      this.found = List.copyOf(found);
    }

    /** Rule and path of each finding, or the kind of a failure; no value of a message. */
    public List<String> found() {
      return found;
    }
  }

  private final ParkedStore parked;
  private final Rehearsal rehearsal;

  Replay(ParkedStore parked, Rehearsal rehearsal) {
    this.parked = parked;
    this.rehearsal = rehearsal;
  }

  /**
   * Replays one entry that a person has chosen, as {@link #replay} does; where something had to be
   * mended first, only after a dry run that passes. A fault of ours is not tried dry, because it
   * may end the process: there a reviewer answers for it.
   *
   * @param reviewer whether the person is one
   * @throws StillFails when the dry run does not pass
   */
  public Answer replayChosen(UUID id, String person, boolean reviewer) {
    Optional<Parked> chosen = parked.find(id);
    if (!reviewer
        && chosen.filter(e -> FailureClass.of(e).offer() == Offer.AFTER_RELEASE).isPresent()) {
      return Answer.NEEDS_REVIEWER;
    }
    chosen
        .filter(entry -> FailureClass.of(entry).offer() == Offer.FIX_THEN_REPLAY)
        .map(rehearsal::of)
        .filter(outcome -> !outcome.passes())
        .ifPresent(
            outcome -> {
              throw new StillFails(outcome.found());
            });
    return replay(id, person);
  }

  /** Replays one entry in the name of a person; the sweeper finds it and wakes the worker. */
  public Answer replay(UUID id, String person) {
    return parked.find(id).map(entry -> replay(entry, person)).orElse(Answer.UNKNOWN);
  }

  private Answer replay(Parked entry, String person) {
    if (DeliveryState.IN_DOUBT.name().equals(entry.state())) {
      return Answer.NEEDS_TWO_PEOPLE;
    }
    if (DeadLetterStore.STAGE.equals(entry.stage())) {
      return Answer.HAS_NO_WAY;
    }
    return parked.replay(entry, person) ? Answer.REPLAYED : Answer.UNKNOWN;
  }
}
