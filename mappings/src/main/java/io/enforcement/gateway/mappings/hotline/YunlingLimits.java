package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.time.OffsetDateTime;

/** Yunling's limits: a length with a unit of its own list, and sometimes the deadline. */
final class YunlingLimits {

  private static final PartnerCodes UNIT = City.YUNLING.codes("limit-unit");

  private YunlingLimits() {}

  /** Null when the message says nothing about it; a length must have its unit. */
  static TimeLimit of(
      Integer length, String unit, String unitPath, OffsetDateTime due, HotlineValues values) {
    String code = length == null ? null : values.requiredCode(UNIT, unit, unitPath);
    return Limits.of(length, code == null ? null : TimeLimitUnit.fromValue(code), due);
  }
}
