package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.store.Totals;
import io.enforcement.gateway.routes.store.Totals.ReceiverTotals;
import io.enforcement.gateway.routes.store.Totals.RecordTotals;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything counted, for people and for reconciliation with the partners' own ledgers. */
@RestController
class TotalsApi {

  /** The counts; {@code atRest} when nothing moves any more by itself. */
  record TotalsView(RecordTotals records, Map<String, ReceiverTotals> receivers, boolean atRest) {}

  private final Totals totals;

  TotalsApi(Totals totals) {
    this.totals = totals;
  }

  @GetMapping("/api/v1/totals")
  TotalsView totals() {
    // Rest is asked for first: what is counted afterwards can only be more.
    boolean atRest = totals.atRest();
    return new TotalsView(totals.records(), totals.receivers(), atRest);
  }
}
