package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One row that the platform wrote into one of its tables for departments. It adds columns without
 * asking; those that nobody reads do not concern us. Not for sharing: one for each message.
 */
final class PlatformRow {

  private static final PartnerCodes YES_NO = PartnerCodes.beside(PlatformRow.class, "yes-no");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,14}(\\.[0-9]{1,10})?");

  private final JsonNode columns;
  private final Reading reading = new Reading();

  private PlatformRow(JsonNode columns) {
    this.columns = columns;
  }

  /** The message as the connector hands it on: {@code {"table":"…","row":{"COLUMN":value}}}. */
  static PlatformRow read(byte[] message) {
    JsonNode row = StrictJson.tree(message).path("row");
    if (!row.isObject()) {
      throw new Rejected(Finding.of("mapping.missing", "row", "no object"));
    }
    return new PlatformRow(row);
  }

  /** Null when the column is empty or there is none; what is no single value is no text. */
  String text(String column) {
    JsonNode value = columns.path(column);
    if (value.isContainer()) {
      reading.refuse("mapping.failed", path(column), "no single value");
      return null;
    }
    return value.isMissingNode() || value.isNull() ? null : Reading.text(value.asString());
  }

  String required(String column) {
    return reading.required(text(column), path(column));
  }

  String code(PartnerCodes codes, String column) {
    return reading.code(codes, text(column), path(column));
  }

  /** What must be there is missed once: by its own word, or by its meaning. */
  String requiredCode(PartnerCodes codes, String column) {
    return required(column) == null ? null : code(codes, column);
  }

  /** A day as a date column or the platform's own texts have it. */
  LocalDate day(String column) {
    String text = text(column);
    String pattern = text != null && text.indexOf('/') > 0 ? "yyyy/MM/dd" : "yyyy-MM-dd";
    return reading.date(text, pattern, path(column));
  }

  LocalDate requiredDay(String column) {
    return required(column) == null ? null : day(column);
  }

  Boolean yesNo(String column) {
    String read = code(YES_NO, column);
    return read == null ? null : Boolean.valueOf(read);
  }

  /** A whole number as the platform's columns hold it. */
  Integer count(String column) {
    String text = text(column);
    if (text != null && !COUNT.matcher(text).matches()) {
      reading.refuse("mapping.integer", path(column), Reading.classOf(text));
      return null;
    }
    return text == null ? null : Integer.valueOf(text);
  }

  /** A plain decimal: what is written with an exponent could fill the memory. */
  BigDecimal number(String column) {
    String text = text(column);
    if (text != null && !NUMBER.matcher(text).matches()) {
      reading.refuse("mapping.number", path(column), Reading.classOf(text));
      return null;
    }
    if (text == null) {
      return null;
    }
    // A column of numbers hands on its zeros.
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /**
   * What every record carries: {@code REVISION} counts what the platform says of the same matter
   * from 1, {@code CD_OPERATION} is I, U or D; both may be left out of a first row.
   */
  void common(StandardRecord record, String identity) {
    Integer revision = count("REVISION");
    record.setRecordUniqueIdentity(identity);
    record.setRevision(revision == null ? 1 : revision);
    record.setCdOperation(operation(record.getRevision()));
    record.setCdSource("credit");
  }

  private Operation operation(int revision) {
    String text = text("CD_OPERATION");
    try {
      return text == null ? revision == 1 ? Operation.I : Operation.U : Operation.fromValue(text);
    } catch (IllegalArgumentException e) {
      reading.refuse("mapping.code", path("CD_OPERATION"), Reading.classOf(text), "I, U, D");
      return null;
    }
  }

  void orRejected() {
    reading.orRejected();
  }

  private static String path(String column) {
    return "row." + column;
  }
}
