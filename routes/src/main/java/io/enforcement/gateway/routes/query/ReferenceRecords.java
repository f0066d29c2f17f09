package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.ItemKey;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.register.RegisterRecords;
import io.enforcement.gateway.standards.rules.ReferenceData;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the registers in the reference folder hold about a certificate or an item, at this moment.
 * They do not tell when they were made, so an answer from them has no age. Thread-safe.
 */
final class ReferenceRecords {

  private final Supplier<ReferenceData> reference;

  ReferenceRecords(Supplier<ReferenceData> reference) {
    this.reference = reference;
  }

  /** Every revision of the officer with this certificate. */
  List<Officer> officers(String certNo) {
    return records().officers(certNo);
  }

  /** Every version and revision of the items that are asked about. */
  List<EnforcementItem> items(ItemKey key) {
    return key.getTaskCode() != null
        ? records().itemsOfTask(key.getTaskCode())
        : records().itemsOfCode(key.getSuperviseItemCode());
  }

  private RegisterRecords records() {
    return reference.get().registers().records();
  }
}
