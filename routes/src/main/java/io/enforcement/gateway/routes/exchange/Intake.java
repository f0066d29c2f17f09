package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.MessageStore;
import io.enforcement.gateway.routes.store.Reception;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** The steps of the intake route. Thread-safe. */
@Component("intake")
public class Intake {

  private final MessageStore store;
  private final WakeUps wakeUps;

  Intake(MessageStore store, WakeUps wakeUps) {
    this.store = store;
    this.wakeUps = wakeUps;
  }

  /** Brings the arrival to disk; after this, and only after this, it may be acknowledged. */
  public Reception keep(@Body Arrival arrival) {
    return store.receive(arrival);
  }

  /** Tells the translation that there is work. */
  public void wakeTranslation(@Body Reception reception) {
    if (reception.kind() == Reception.Kind.KEPT) {
      wakeUps.wake(WakeUps.translateQueue(reception.sender()), reception.id().toString());
    }
  }
}
