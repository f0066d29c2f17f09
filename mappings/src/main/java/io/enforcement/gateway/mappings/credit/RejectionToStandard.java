package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one row that the platform wrote into its rejection table. */
@Named("creditRejection")
public final class RejectionToStandard implements ToStandard {

  /** Delivery key, hyphen, number of the party: as we wrote it into the row. */
  private static final Pattern REC_ID = Pattern.compile("(.+)-([0-9]{1,6})");

  private static final int REMARK = 1000;

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    RejectionRow source = StrictJson.read(message, RejectionRow.class);
    Reading reading = new Reading();
    if (reading.required(source.row(), "row") == null) {
      reading.orRejected();
    }
    RejectionList list = list(source.row(), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, list));
  }

  private static RejectionList list(RejectionRow.Row row, Reading reading) {
    RejectionList list = new RejectionList();
    Object id = reading.required(row.rowId(), "row.ROW_ID");
    list.setRecordUniqueIdentity(String.valueOf(id));
    list.setCdOperation(Operation.I);
    list.setRevision(1);
    list.setCdSource("credit");
    list.setReceiver("credit");
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

  /** ISO with offset as the connector reads a timestamp, or the database's own text. */
  private static OffsetDateTime at(String text, Reading reading) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      return reading.dateTime(text, "yyyy-MM-dd HH:mm:ss", "row.CREATED_AT");
    }
  }
}
