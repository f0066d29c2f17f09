package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;

/** A discretion standard as the public reads it: one violation and its degrees. */
@JsonPropertyOrder({
  "kind",
  "code",
  "documentNo",
  "body",
  "bodyCode",
  "itemCode",
  "illegalAct",
  "facts",
  "violates",
  "basis",
  "degrees",
  "issueDate",
  "validFrom",
  "validUntil",
  "register"
})
record PublicDiscretion(
    String kind,
    String code,
    String documentNo,
    String body,
    String bodyCode,
    String itemCode,
    String illegalAct,
    String facts,
    String violates,
    String basis,
    List<Degree> degrees,
    String issueDate,
    String validFrom,
    String validUntil,
    @JsonUnwrapped RegisterState register) {

  /** From light to heavy: when it applies and what it brings. */
  @JsonPropertyOrder({"no", "name", "circumstance", "condition", "noPenalty", "penalties"})
  record Degree(
      int no,
      String name,
      String circumstance,
      String condition,
      boolean noPenalty,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Range> penalties) {}

  /** Amounts in yuan, multiples of what {@code multipleOf} names, or days. */
  @JsonPropertyOrder({
    "penalty",
    "fromYuan",
    "toYuan",
    "multipleOf",
    "fromTimes",
    "toTimes",
    "fromDays",
    "toDays",
    "words"
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Range(
      String penalty,
      BigDecimal fromYuan,
      BigDecimal toYuan,
      String multipleOf,
      BigDecimal fromTimes,
      BigDecimal toTimes,
      Integer fromDays,
      Integer toDays,
      String words) {}
}
