package io.enforcement.gateway.mappings.credit;

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
 * Reads one row that the platform wrote into its rejection table.
 *
 * @param partner which of the platforms it is
 */
record RejectionReading(String partner) {

  /** Delivery key, hyphen, number of the party: as we wrote it into the row. */
  private static final Pattern REC_ID = Pattern.compile("(.+)-([0-9]{1,6})");

  private static final Pattern OFFSET = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int REMARK = 1000;

  List<Part> read(byte[] message) {
    RejectionRow source = StrictJson.read(message, RejectionRow.class);
    Reading reading = new Reading();
    if (reading.required(source.row(), "row") == null) {
      reading.orRejected();
    }
    RejectionList list = list(source.row(), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, list));
  }

  private RejectionList list(RejectionRow.Row row, Reading reading) {
    RejectionList list = new RejectionList();
    Object id = reading.required(row.rowId(), "row.ROW_ID");
    list.setRecordUniqueIdentity(String.valueOf(id));
    list.setCdOperation(Operation.I);
    list.setRevision(1);
    list.setCdSource(partner);
    list.setReceiver(partner);
    list.getRejections().add(rejection(row, reading));
    return list;
  }

  private static Rejection rejection(RejectionRow.Row row, Reading reading) {
    Rejection rejection = new Rejection();
    rejection.setDeliveryKey(deliveryKey(row.recId()));
    rejection.setBodyUscc(Reading.text(row.bodyUscc()));
    rejection.setPunishFileNum(Reading.text(row.number()));
    rejection.setErrorType(reading.required(Reading.text(row.errorType()), "row.ERROR_TYPE"));
    rejection.setRemark(bounded(Reading.text(row.remark())));
    String at = reading.required(Reading.text(row.createdAt()), "row.CREATED_AT");
    rejection.setRejectedAt(at == null ? null : at(at, reading));
    return rejection;
  }

  private static String deliveryKey(String recId) {
    Matcher matcher = REC_ID.matcher(recId == null ? "" : recId.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The platform's words may be longer than the standard's field; the start says why. */
  private static String bounded(String remark) {
    return remark == null || remark.codePointCount(0, remark.length()) <= REMARK
        ? remark
        : remark.substring(0, remark.offsetByCodePoints(0, REMARK));
  }

  /**
   * A moment with its offset, or what a column without one holds: Beijing time, with T or space.
   */
  private static OffsetDateTime at(String text, Reading reading) {
    try {
      return OFFSET.matcher(text).find()
          ? OffsetDateTime.parse(text)
          : LocalDateTime.parse(text.replace(' ', 'T')).atOffset(BEIJING);
    } catch (DateTimeException e) {
      reading.refuse("mapping.date", "row.CREATED_AT", Reading.classOf(text), "ISO 8601");
      return null;
    }
  }
}
