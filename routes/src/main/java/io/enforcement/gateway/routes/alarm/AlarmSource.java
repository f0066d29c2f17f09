package io.enforcement.gateway.routes.alarm;

import java.util.List;

/** Who raises alarms. Thread-safe; answers at once. */
public interface AlarmSource {

  /** What stands now. */
  List<Alarm> alarms();
}
