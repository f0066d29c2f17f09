package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
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
    // The platform's words may be longer than the standard's field; the start says why.
    rejection.setRemark(Reading.start(Reading.text(row.remark()), REMARK));
    String at = reading.required(Reading.text(row.createdAt()), "row.CREATED_AT");
    rejection.setRejectedAt(reading.moment(at, "row.CREATED_AT"));
    return rejection;
  }

  private static String deliveryKey(String recId) {
    Matcher matcher = REC_ID.matcher(recId == null ? "" : recId.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
