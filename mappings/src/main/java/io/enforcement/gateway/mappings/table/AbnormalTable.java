package io.enforcement.gateway.mappings.table;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table in which a platform of the national family says which rows it did not take ({@code
 * dn_audit_abnormal}). Stateless; any thread.
 */
public final class AbnormalTable {

  /** Delivery key, hyphen, number of the row: as the connector wrote {@code cd_id}. */
  private static final Pattern CD_ID = Pattern.compile("(.+)-([0-9]{1,6})");

  private static final Pattern OFFSET = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int REMARK = 1000;

  private AbnormalTable() {}

  /**
   * One fetched row as a list of one rejection.
   *
   * @param partner id of the platform
   * @throws io.enforcement.gateway.standards.validation.Rejected when it cannot be read
   */
  public static List<Part> read(byte[] message, String partner) {
    AbnormalRow source = StrictJson.read(message, AbnormalRow.class);
    Reading reading = new Reading();
    if (reading.required(source.row(), "row") == null) {
      reading.orRejected();
    }
    RejectionList list = new RejectionList();
    list.setRecordUniqueIdentity(
        String.valueOf(reading.required(source.row().rowGuid(), "row.ROW_GUID")));
    list.setCdOperation(Operation.I);
    list.setRevision(1);
    list.setCdSource(partner);
    list.setReceiver(partner);
    list.getRejections().add(rejection(source.row(), reading));
    reading.orRejected();
    return List.of(new Part.Translated(1, list));
  }

  private static Rejection rejection(AbnormalRow.Row row, Reading reading) {
    Rejection rejection = new Rejection();
    rejection.setDeliveryKey(deliveryKey(row.cdId()));
    rejection.setErrorType(reading.required(Reading.text(row.errorType()), "row.ERROR_TYPE"));
    rejection.setRemark(start(Reading.text(row.remark())));
    String at = reading.required(Reading.text(row.arrivedAt()), "row.ARRIVE_TIME");
    rejection.setRejectedAt(at == null ? null : at(at, reading));
    return rejection;
  }

  private static String deliveryKey(String cdId) {
    Matcher matcher = CD_ID.matcher(cdId == null ? "" : cdId.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The platform's words may be longer than the standard's field; the start says why. */
  private static String start(String remark) {
    return remark == null || remark.codePointCount(0, remark.length()) <= REMARK
        ? remark
        : remark.substring(0, remark.offsetByCodePoints(0, REMARK));
  }

  /** With an offset, or Beijing time with T or a space. */
  private static OffsetDateTime at(String text, Reading reading) {
    try {
      return OFFSET.matcher(text).find()
          ? OffsetDateTime.parse(text)
          : LocalDateTime.parse(text.replace(' ', 'T')).atOffset(BEIJING);
    } catch (DateTimeException e) {
      reading.refuse("mapping.date", "row.ARRIVE_TIME", Reading.classOf(text), "ISO 8601");
      return null;
    }
  }
}
