package io.enforcement.gateway.routes.clock;

import java.time.Instant;

/**
 * What time it was for the gateway when the machine's clock showed something: the database notes
 * deliveries by the machine's clock, and deadlines are kept by the gateway's. Thread-safe.
 */
public interface MachineTime {

  /** The gateway's time at a moment of the machine's. */
  Instant here(Instant machine);
}
