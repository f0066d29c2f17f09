package io.enforcement.gateway.benchmarks.jmh;

import io.enforcement.gateway.benchmarks.traffic.CityManagementFile;
import io.enforcement.gateway.benchmarks.traffic.CityManagementFile.Row;
import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  private static final String CITY_MANAGEMENT_FOLDER =
      "/io/enforcement/gateway/mappings/citymanagement/";

  private Samples() {}

  static PenaltyDecision decision() {
    Part part = new PenaltyDecisionToStandard().toStandard(HOUSING, CONTEXT).get(0);
    return (PenaltyDecision) ((Part.Translated) part).record();
  }

  /** The urban management department's mapping with the format of its {@code partner.yaml}. */
  static ToStandard cityManagement() {
    return DataOnlyToStandard.of(
        resource("penalty-decision.jslt"),
        Map.of("type", "csv", "charset", "GB18030", "header", "penalty-decision.columns.csv"),
        Samples::resource);
  }

  private static String resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(CITY_MANAGEMENT_FOLDER + name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
