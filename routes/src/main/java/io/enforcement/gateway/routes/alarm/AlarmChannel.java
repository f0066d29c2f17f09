package io.enforcement.gateway.routes.alarm;

import java.io.IOException;

/** A way to tell people of an alarm. Thread-safe; answers within seconds. */
interface AlarmChannel {

  /** What people call it. */
  String name();

  /**
   * Tells it once.
   *
   * @throws IOException when it was not taken, or nobody knows; it is told again later
   */
  void tell(AlarmNotice notice) throws IOException;
}
