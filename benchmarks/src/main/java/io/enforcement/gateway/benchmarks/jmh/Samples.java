package io.enforcement.gateway.benchmarks.jmh;

import io.enforcement.gateway.benchmarks.traffic.CityManagementFile;
import io.enforcement.gateway.benchmarks.traffic.CityManagementFile.Row;
import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The inputs of all benchmarks: the same decision in every form. */
final class Samples {

  static final Context CONTEXT =
      new Context(
          "018f0000-0000-7000-8000-000000000001", Instant.parse("2026-11-22T03:00:00Z"), "sample");

  static final byte[] HOUSING = HousingDecision.of(1);
  static final byte[] CITY_MANAGEMENT =
      CityManagementFile.of(List.of(new Row("CM-1", "测综执罚决字〔2026〕第1号", false)));

  static final byte[] TOWNSHIP =
      text("/traffic/township-decision.json").getBytes(StandardCharsets.UTF_8);

  private Samples() {}

  /**
   * The same with what housing departments do not report, so that it is a record of 3 KB as XML:
   * figures of other sizes cannot be compared.
   */
  static PenaltyDecision decision() {
    Part part = new PenaltyDecisionToStandard().toStandard(HOUSING, CONTEXT).get(0);
    PenaltyDecision decision = (PenaltyDecision) ((Part.Translated) part).record();
    decision.setViolationEndDate(LocalDate.of(2026, 4, 11));
    decision.setCorrectionOrdered(true);
    decision.setValidUntil(LocalDate.of(2099, 12, 31));
    OfficerReference reviewer = new OfficerReference();
    reviewer.setName("周审言");
    reviewer.setCertNo("64010600090");
    decision.getLegalReview().setReviewer(reviewer);
    decision.setRemark("当事人已于决定送达前补办施工许可手续并恢复路面通行");
    int bytes = StandardXml.write(decision).length;
    if (bytes < 3_000 || bytes > 3_100) {
      throw new IllegalStateException("the sample has " + bytes + " bytes as XML, not 3 KB");
    }
    return decision;
  }

  /** The urban management department's mapping with the format of its {@code partner.yaml}. */
  static ToStandard cityManagement() {
    return DataOnlyToStandard.of(
        file("citymanagement", "penalty-decision.jslt"),
        Map.of("type", "csv", "charset", "GB18030", "header", "penalty-decision.columns.csv"),
        name -> file("citymanagement", name));
  }

  /** The township's mapping: nested JSON of 2.5 KB, ten code lists, a file of functions. */
  static ToStandard township() {
    return DataOnlyToStandard.of(
        file("township", "penalty-decision.jslt"),
        Map.of("type", "json"),
        name -> file("township", name));
  }

  /** The licensing department's mapping of a decision. */
  static FromStandard licensing() {
    return DataOnlyFromStandard.of(
        file("licensing", "penalty-decision.jslt"), Map.of(), name -> file("licensing", name));
  }

  /** A file of a partner's folder, or null. */
  static String file(String partner, String name) {
    return text("/io/enforcement/gateway/mappings/" + partner + "/" + name);
  }

  private static String text(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
