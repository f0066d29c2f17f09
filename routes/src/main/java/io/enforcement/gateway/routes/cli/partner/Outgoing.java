package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.SubscribedRecords;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Records of the standard become what a partner receives. */
record Outgoing(Outcomes outcomes) {

  /**
   * @param type what a JSON file holds
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when the exchange does not subscribe to a record of the file
   */
  void translate(
      FromStandard translator,
      PartnerFile.Receives exchange,
      Optional<Class<? extends StandardRecord>> type,
      Path file)
      throws IOException {
    new FileCheck(type, China.today(), StandardValidator.shipped())
        .check(file, checked -> tell(translator, exchange, checked), read -> {});
  }

  private void tell(FromStandard translator, PartnerFile.Receives exchange, Checked checked) {
    int position = (int) checked.number();
    if (checked.content().isEmpty() || checked.refused()) {
      outcomes.refused(position, checked.findings());
      return;
    }
    if (!SubscribedRecords.of(exchange.records()).contains(checked.record())) {
      throw new IllegalArgumentException(
          exchange.exchange() + " does not subscribe to " + checked.record());
    }
    try {
      outcomes.written(
          position, translator.fromStandard(checked.content().get(), GoldenOutcome.outbound()));
    } catch (Rejected e) {
      outcomes.refused(position, e.findings());
    }
  }
}
