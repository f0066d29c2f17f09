package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every row says: which it is, what is done with it and, where there is a status, which. */
final class RowValues {

  /** 长期有效: no end. */
  static final LocalDate OPEN_ENDED = LocalDate.of(2099, 12, 31);

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final String WRONGLY_SENT = "信息报送有误";
  private static final int COUNTY = 6;

  private RowValues() {}

  /**
   * @param number of the row within the delivery; a rejection finds its delivery by both
   */
  static void put(StandardRecord record, int number, Context context, Map<String, Object> values) {
    values.put("REC_ID", context.key() + "-" + number);
    values.put("CD_OPERATION", record.getCdOperation().value());
    values.put("SJC", context.at().atOffset(BEIJING));
  }

  /** The status as the layout of 2015 has it, with a remark that says why. */
  static void status(
      StandardRecord record, String status, String remark, Map<String, Object> values) {
    boolean wrong = record.getCdOperation() == Operation.D;
    values.put("STATUS", status);
    values.put("STATUS_REMARK", join(wrong ? WRONGLY_SENT : null, remark));
  }

  /** 地方编码: the county, for a township its county. */
  static void region(BodyReference body, Map<String, Object> values) {
    String area = body.getAreaNumber();
    values.put("DFBM", area == null ? null : area.substring(0, Math.min(area.length(), COUNTY)));
  }

  /** The texts that are there, with commas between them; null when none is. */
  static String join(String... texts) {
    String joined = Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(","));
    return joined.isEmpty() ? null : joined;
  }
}
