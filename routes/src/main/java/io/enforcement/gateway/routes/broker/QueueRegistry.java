package io.enforcement.gateway.routes.broker;

/**
 * Declares the queues the routes will use, before any route starts: a message sent to an address
 * without a queue is accepted and gone.
 */
public interface QueueRegistry {

  /** A queue is full of wake-ups after this many; the oldest may go, the store tells them again. */
  long RING_SIZE = 1000;

  /** Where Artemis puts what was refused or tried too often, and we what cannot be taken. */
  String DEAD_LETTERS = "gateway.dead-letters";

  /** Where Artemis puts what nobody took in the time its sender gave it. */
  String EXPIRED = "gateway.expired";

  /**
   * Makes sure that the durable queue of wake-ups of that name exists; repeating it changes
   * nothing. Safe for use by several threads.
   *
   * @throws io.enforcement.gateway.routes.CannotStart when it does not exist and may not be made
   */
  void declare(String queue);

  /**
   * The same for a queue of messages, from which nothing may go.
   *
   * @throws io.enforcement.gateway.routes.CannotStart when it does not exist and may not be made
   */
  void declareKept(String queue);

  /**
   * Makes sure of every declared queue once more: the broker may have begun anew without them.
   *
   * @throws io.enforcement.gateway.routes.CannotStart when one does not exist and may not be made
   */
  void declareAgain();
}
