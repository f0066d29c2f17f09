package io.enforcement.gateway.mappings.table;

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
 * The table in which a platform of the national family says which rows it did not take ({@code
 * dn_audit_abnormal}). Stateless; any thread.
 */
public final class AbnormalTable {

  /** Delivery key, hyphen, number of the row: as the connector wrote {@code cd_id}. */
  private static final Pattern CD_ID = Pattern.compile("(.+)-([0-9]{1,6})");

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
    // The platform's words may be longer than the standard's field; the start says why.
    rejection.setRemark(Reading.start(Reading.text(row.remark()), REMARK));
    String at = reading.required(Reading.text(row.arrivedAt()), "row.ARRIVE_TIME");
    rejection.setRejectedAt(reading.moment(at, "row.ARRIVE_TIME"));
    return rejection;
  }

  private static String deliveryKey(String cdId) {
    Matcher matcher = CD_ID.matcher(cdId == null ? "" : cdId.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }
}
