package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.store.DeadLetterStore;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
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
    /** A dead letter that no partner sent to us: there is no stage it could go back to. */
    HAS_NO_WAY
  }

  private final ParkedStore parked;

  Replay(ParkedStore parked) {
    this.parked = parked;
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
