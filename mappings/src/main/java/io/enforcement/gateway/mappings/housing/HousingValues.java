package io.enforcement.gateway.mappings.housing;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;

/** What both messages of the housing bureau have in common: its code words, dates and head. */
final class HousingValues {

  private static final PartnerCodes OPERATION = codes("operation");
  private static final PartnerCodes YES_NO = codes("yes-no");

  private final Reading reading;

  HousingValues(Reading reading) {
    this.reading = reading;
  }

  static PartnerCodes codes(String name) {
    return PartnerCodes.beside(HousingValues.class, name);
  }

  void head(StandardRecord record, String key, String operation, Integer revision, String at) {
    record.setRecordUniqueIdentity(text(key, "主键"));
    String code = reading.required(reading.code(OPERATION, operation, "操作"), "操作");
    record.setCdOperation(code == null ? null : Operation.fromValue(code));
    record.setRevision(revision == null ? 1 : revision);
    record.setCdTime(reading.dateTime(at, "yyyy-MM-dd HH:mm:ss", "更新时间"));
    record.setCdSource("housing");
  }

  BodyReference body(HousingBody source) {
    if (reading.required(source, "执法机关") == null) {
      return null;
    }
    BodyReference body = new BodyReference();
    body.setName(text(source.name(), "执法机关.名称"));
    body.setUscc(text(source.uscc(), "执法机关.统一社会信用代码"));
    body.setAreaNumber(text(source.division(), "执法机关.区划"));
    return body;
  }

  /** A text that must be there. */
  String text(String value, String path) {
    return reading.required(Reading.text(value), path);
  }

  String code(PartnerCodes codes, String value, String path) {
    return reading.code(codes, value, path);
  }

  String requiredCode(PartnerCodes codes, String value, String path) {
    String text = text(value, path);
    return text == null ? null : reading.code(codes, text, path);
  }

  String number(String value, String path) {
    String number = text(value, path);
    return number == null ? null : DocumentNumber.normalise(number);
  }

  LocalDate date(String value, String path) {
    return reading.date(value, "yyyy-MM-dd", path);
  }

  LocalDate requiredDate(String value, String path) {
    return text(value, path) == null ? null : date(value, path);
  }

  /** 是 or 否; absent is null. */
  Boolean answer(String value, String path) {
    String code = reading.code(YES_NO, value, path);
    return code == null ? null : Boolean.valueOf(code);
  }

  boolean requiredAnswer(String value, String path) {
    return text(value, path) != null && Boolean.TRUE.equals(answer(value, path));
  }
}
