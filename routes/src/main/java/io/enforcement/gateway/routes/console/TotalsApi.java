package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.store.Totals;
import io.enforcement.gateway.routes.store.Totals.ConversationTotals;
import io.enforcement.gateway.routes.store.Totals.ReceiverTotals;
import io.enforcement.gateway.routes.store.Totals.RecordTotals;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything counted, for people and for reconciliation with the partners' own ledgers. */
@RestController
class TotalsApi {

  /** The counts; {@code atRest} when nothing moves any more by itself. */
  record TotalsView(
      RecordTotals records,
      Map<String, ReceiverTotals> receivers,
      ConversationTotals conversations,
      boolean atRest) {}

  private final Totals totals;
  private final Clock clock;

  TotalsApi(Totals totals, Clock clock) {
    this.totals = totals;
    this.clock = clock;
  }

  @GetMapping("/api/v1/totals")
  TotalsView totals() {
    // Rest is asked for first: what is counted afterwards can only be more.
    boolean atRest = totals.atRest();
    Instant now = clock.instant();
    return new TotalsView(
        totals.records(),
        totals.receivers(),
        totals.conversations(now, now.plus(ConversationsApi.SOON)),
        atRest);
  }
}
