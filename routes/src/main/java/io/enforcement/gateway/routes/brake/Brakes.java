package io.enforcement.gateway.routes.brake;

import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.Reception;
import org.springframework.stereotype.Component;

/** Every door that takes something in asks here first. Thread-safe. */
@Component
public class Brakes {

  private final DiskWatch disks;
  private final Floods floods;

  Brakes(DiskWatch disks, Floods floods) {
    this.disks = disks;
    this.floods = floods;
  }

  /**
   * Lets in what may come in now.
   *
   * @throws ProblemException {@code NO_ROOM} or {@code SENDER_HELD}
   */
  public void requireFree(ExchangeKey exchange) {
    disks.requireRoom();
    floods.requireFree(exchange);
  }

  /** Tells what came in. */
  public void taken(Reception reception) {
    floods.taken(reception);
  }
}
