package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import org.springframework.stereotype.Component;

/**
 * The door through which the gateway hands records to itself, so that subscriptions, retry,
 * signatures and dead letters are those of every exchange. Thread-safe.
 */
@Component
public class OwnDoor {

  /** The gateway among its partners: sends records, receives nothing. */
  public static final String OURSELVES = "gateway";

  private static final String EXCHANGE = "record";

  private final PushDoor door;

  OwnDoor(PushDoor door) {
    this.door = door;
  }

  /**
   * Hands a record in; under its unique identity once only. What was handed in before a process
   * died stays as it was then, even where it would be said otherwise now.
   *
   * @throws ProblemException when it may not enter
   */
  public void enter(StandardRecord record) {
    try {
      door.enter(
          new PushDoor.Pushed(
              OURSELVES,
              EXCHANGE,
              Sending.DIRECT,
              record.getRecordUniqueIdentity(),
              null,
              "application/xml",
              StandardXml.write(record)));
    } catch (ProblemException e) {
      if (e.code() != ProblemCode.CONFLICT) {
        throw e;
      }
    }
  }
}
