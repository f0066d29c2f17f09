package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes the request of a delivery: the receiver's translator, from the standard to its format.
 * Thread-safe.
 */
@Component
class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private final HolderStore holders;
  private final Records records;
  private final FailurePolicy policy;

  Requests(HolderStore holders, Records records, FailurePolicy policy) {
    this.holders = holders;
    this.records = records;
    this.policy = policy;
  }

  /**
   * What came of it: one of the two.
   *
   * @param settled what follows when there is nothing to send
   */
  record Made(byte[] request, Settlement settled) {}

  /** Makes the request and has it sent; an attempt without a request is settled at once. */
  Settlement send(Attempt attempt, Receiving receiver, Function<byte[], Settlement> sending) {
    Made made = make(attempt, receiver);
    return made.settled() == null ? sending.apply(made.request()) : made.settled();
  }

  private static String cause(DueDelivery due, List<Finding> findings) {
    List<UnknownWord> words = UnknownWord.allOf(findings);
    return words.isEmpty() ? findings.get(0).rule() : words.get(0).cause(due.receiver());
  }

  /** Makes the request. */
  Made make(Attempt attempt, Receiving receiver) {
    DueDelivery due = attempt.delivery();
    try {
      if (due.revokes() != null && !holders.holds(due.receiver(), due.revokes())) {
        return new Made(null, policy.needless(attempt));
      }
      Context context = new Context(due.id().toString(), due.recordedAt(), null);
      return new Made(receiver.translator().fromStandard(records.of(due), context), null);
    } catch (Rejected e) {
      return new Made(null, policy.unfit(attempt, cause(due, e.findings()), e.findings()));
    } catch (DataAccessException e) {
      return new Made(null, policy.postpone(attempt, Breakers.OPEN, "the store does not answer"));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error(
          "delivery {} to {}: translation failed with {}",
          due.id(),
          due.receiver(),
          e.getClass().getName());
      return new Made(null, policy.unfit(attempt, e.getClass().getSimpleName(), List.of()));
    }
  }
}
