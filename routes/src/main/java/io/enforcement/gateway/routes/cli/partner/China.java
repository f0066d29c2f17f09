package io.enforcement.gateway.routes.cli.partner;

import java.time.LocalDate;
import java.time.ZoneId;

/** Dates of acts are dates in China, wherever the machine stands. */
final class China {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private China() {}

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }
}
