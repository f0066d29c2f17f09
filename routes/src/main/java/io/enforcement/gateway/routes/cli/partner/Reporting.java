package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.TranslationReport;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Row;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.codes.CodeTable.Code;
import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where each value of one file goes, instead of what comes of the file. */
record Reporting(OfflinePartner partner, ReportTable table, Outcomes outcomes) {

  /** Of longer tables (divisions) a part says as little as none. */
  private static final int LONGEST_TABLE = 100;

  /** The codes of the standard, so that one can be put in another's place. */
  private static final class Codes {
    private static final Set<String> ALL =
        CodeTable.names().stream()
            .map(name -> CodeTable.of(name).codes())
            .filter(codes -> codes.size() <= LONGEST_TABLE)
            .flatMap(codes -> codes.stream().map(Code::code))
            .collect(Collectors.toUnmodifiableSet());
  }

  void of(Sends exchange, String name, byte[] message) {
    ToStandard translator = partner.toStandard(exchange);
    try {
      table.tell(
          TranslationReport.toStandard(
              translator,
              message,
              GoldenOutcome.inbound(name),
              partner.form(exchange.format(), message),
              partner.words()));
    } catch (Rejected e) {
      outcomes.refused(0, e.findings());
    }
  }

  /**
   * @param type what a JSON file holds
   * @throws IOException when the file cannot be read
   */
  void of(Receives exchange, Optional<Class<? extends StandardRecord>> type, Path file)
      throws IOException {
    FromStandard translator = partner.fromStandard(exchange);
    new FileCheck(type, China.today(), StandardValidator.shipped())
        .check(file, checked -> tell(translator, exchange, checked), read -> {});
  }

  private void tell(FromStandard translator, Receives exchange, Checked checked) {
    if (checked.content().isEmpty()) {
      outcomes.refused((int) checked.number(), checked.findings());
      return;
    }
    StandardRecord record = checked.content().get();
    try {
      byte[] document = translator.fromStandard(record, GoldenOutcome.outbound());
      List<Row> rows =
          TranslationReport.fromStandard(
              translator,
              record,
              GoldenOutcome.outbound(),
              partner.form(exchange.format(), document),
              Codes.ALL);
      table.tell(rows);
    } catch (Rejected e) {
      outcomes.refused((int) checked.number(), e.findings());
    }
  }
}
