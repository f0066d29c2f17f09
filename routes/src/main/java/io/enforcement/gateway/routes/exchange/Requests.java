package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.spool.OutgoingParcels;
import io.enforcement.gateway.routes.spool.OutgoingParcels.FileLost;
import io.enforcement.gateway.routes.spool.OutgoingParcels.Packed;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.Attempt.Enclosed;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes the request of a delivery: the receiver's translator, from the standard to its format, and
 * the record's files around it where the receiver gets them in one piece. Thread-safe.
 */
@Component
class Requests {

  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

  private static final String LOST = "attachment.lost";

  private final HolderStore holders;
  private final Records records;
  private final FailurePolicy policy;
  private final OutgoingParcels parcels;

  Requests(HolderStore holders, Records records, FailurePolicy policy, OutgoingParcels parcels) {
    this.holders = holders;
    this.records = records;
    this.policy = policy;
    this.parcels = parcels;
  }

  /**
   * What came of it: one of the two.
   *
   * @param settled what follows when there is nothing to send
   */
  record Made(byte[] request, Settlement settled) {}

  /** Makes the request and has it sent; an attempt without a request is settled at once. */
  Settlement send(
      Attempt attempt, Receiving receiver, BiFunction<Attempt, Content, Settlement> sending) {
    Made made = make(attempt, receiver);
    if (made.settled() != null) {
      return made.settled();
    }
    Attempt ready = attempt.sending(made.request());
    return receiver
        .parcel()
        .map(parcel -> sendEnclosing(parcel, ready, sending))
        .orElseGet(() -> sending.apply(ready, Content.of(made.request())));
  }

  private Settlement sendEnclosing(
      Parcel parcel, Attempt attempt, BiFunction<Attempt, Content, Settlement> sending) {
    UUID delivery = attempt.delivery().id();
    try (Packed packed = parcels.pack(parcel, delivery, attempt.request())) {
      Enclosed enclosed = new Enclosed(packed.sha256(), packed.size(), packed.files());
      return sending.apply(attempt.enclosing(enclosed), Content.of(packed.path()));
    } catch (FileLost e) {
      LOG.error("delivery {}: {}", delivery, e.getMessage());
      return policy.unfit(attempt, LOST, List.of(Finding.of(LOST, e.digest(), "absent")));
    } catch (DataAccessException e) {
      return policy.postpone(attempt, Breakers.OPEN, "the store does not answer");
    } catch (UncheckedIOException e) {
      LOG.error("delivery {}: its files cannot be packed ({})", delivery, e.getMessage());
      return policy.postpone(attempt, Breakers.OPEN, "the spool cannot be written");
    }
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
