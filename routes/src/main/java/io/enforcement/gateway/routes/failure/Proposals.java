package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.ProposalStore;
import io.enforcement.gateway.routes.store.ProposalStore.Kind;
import io.enforcement.gateway.routes.store.ProposalStore.Proposal;
import io.enforcement.gateway.routes.store.RemedyStore;
import io.enforcement.gateway.routes.store.VersionStore;
import io.enforcement.gateway.routes.store.VersionStore.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What it takes two people to do with parked entries: to end a doubt, to put another body in the
 * place of the one that came, to give up much or what the law has set a time for. One proposes with
 * a reason, somebody else confirms; who confirms sees the same evidence. What one person may do
 * alone is done at once. Every step is in the audit trail. Thread-safe.
 */
@Component
public class Proposals {

  private static final Set<Kind> DOUBT = Set.of(Kind.ARRIVED, Kind.NOT_ARRIVED, Kind.SEND_AGAIN);

  private static final String TRANSLATE = "translate";

  private final ParkedStore parked;
  private final ProposalStore proposals;
  private final RemedyStore remedies;
  private final VersionStore versions;
  private final PartnerCatalog catalog;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  Proposals(
      ParkedStore parked,
      ProposalStore proposals,
      RemedyStore remedies,
      VersionStore versions,
      PartnerCatalog catalog,
      AuditTrail trail,
      TransactionTemplate transaction) {
    this.parked = parked;
    this.proposals = proposals;
    this.remedies = remedies;
    this.versions = versions;
    this.catalog = catalog;
    this.trail = trail;
    this.transaction = transaction;
  }

  /** Why something cannot be proposed or decided. */
  public enum Why {
    /** Nothing of it waits. */
    GONE,
    /** Something else is proposed about it and waits. */
    PROPOSED_ALREADY,
    /** There is no doubt that could be ended. */
    NOT_IN_DOUBT,
    /** The doubt has to be ended first. */
    IN_DOUBT,
    /** The sender's signature covers the body: nobody else may change it. */
    SIGNED,
    /** What waits is no untranslated message of a partner, or parts of it are decided already. */
    NOT_CORRECTABLE,
    /** It waits for nobody, or not for this person. */
    NOT_NOW
  }

  /** It cannot be done. */
  public static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    private Impossible(Why why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    public Why why() {
      return why;
    }
  }

  /**
   * Proposes how a doubt ends.
   *
   * @throws Impossible when there is none, or it is proposed already
   */
  public Proposal endDoubt(Parked entry, Kind kind, String reason, String person) {
    if (!DOUBT.contains(kind) || !isInDoubt(entry)) {
      throw new Impossible(Why.NOT_IN_DOUBT);
    }
    return propose(kind, List.of(entry), reason, person);
  }

  /**
   * Proposes another body for a message that could not be translated. Message id and idempotency
   * key stay, and what came is kept.
   *
   * @throws Impossible when it is not to be corrected, or something is proposed already
   * @throws io.enforcement.gateway.standards.validation.Rejected when the exchange is sealed and
   *     this body cannot be
   */
  public Proposal correct(Parked entry, byte[] body, String reason, String person) {
    UUID message = entry.messageId();
    Optional<Sending> sending = catalog.sending(entry.partner(), entry.exchange());
    if (!entry.stage().equals(TRANSLATE)
        || sending.isEmpty()
        || versions.isPartlyDecided(message)) {
      throw new Impossible(Why.NOT_CORRECTABLE);
    }
    if (catalog.signsBodies(entry.partner(), entry.exchange())) {
      throw new Impossible(Why.SIGNED);
    }
    byte[] kept = sending.get().sealed(body);
    return transaction.execute(
        status -> {
          Proposal proposal = propose(Kind.CORRECT, List.of(entry), reason, person);
          versions.add(message, kept, proposal.id());
          return proposal;
        });
  }

  /**
   * Gives up entries of one partner's exchange; at once, unless they are many or the law has set a
   * time for one of them.
   *
   * @throws Impossible when one is in doubt, or something is proposed about one already
   */
  public Proposal discard(List<Parked> entries, String reason, String person) {
    if (entries.isEmpty()) {
      throw new Impossible(Why.GONE);
    }
    if (entries.stream().anyMatch(Proposals::isInDoubt)) {
      throw new Impossible(Why.IN_DOUBT);
    }
    boolean alone = entries.size() <= ReplayJobs.ALONE && !remedies.touchesDeadline(ids(entries));
    return transaction.execute(
        status -> {
          Proposal proposal = propose(Kind.DISCARD, entries, reason, person);
          if (alone) {
            proposals.done(proposal.id());
            apply(proposal, person);
          }
          return proposals.find(proposal.id()).orElseThrow();
        });
  }

  /**
   * Does what was proposed.
   *
   * @param person somebody else than who proposed it
   * @throws Impossible when it does not wait for this person
   */
  public Proposal confirm(UUID id, String person) {
    return transaction.execute(
        status -> {
          if (!proposals.confirm(id, person)) {
            throw new Impossible(Why.NOT_NOW);
          }
          if (apply(proposals.find(id).orElseThrow(), person) == 0) {
            proposals.overtaken(id);
          }
          return proposals.find(id).orElseThrow();
        });
  }

  /**
   * Ends a proposal without doing it; who proposed it may do so too.
   *
   * @throws Impossible when it does not wait any more
   */
  public Proposal decline(UUID id, String person) {
    return transaction.execute(
        status -> {
          if (!proposals.decline(id, person)) {
            throw new Impossible(Why.NOT_NOW);
          }
          Proposal proposal = proposals.find(id).orElseThrow();
          tell(Milestone.DECLINED, proposal, person);
          return proposal;
        });
  }

  private Proposal propose(Kind kind, List<Parked> entries, String reason, String person) {
    List<UUID> ids = ids(entries);
    return transaction.execute(
        status -> {
          if (proposals.isOpenFor(ids)) {
            throw new Impossible(Why.PROPOSED_ALREADY);
          }
          Parked first = entries.get(0);
          UUID id = UUID.randomUUID();
          proposals.add(id, kind, first.partner(), first.exchange(), ids, reason, person);
          Proposal proposal = proposals.find(id).orElseThrow();
          tell(Milestone.PROPOSED, proposal, person);
          return proposal;
        });
  }

  /** How many entries it was done to; others were dealt with meanwhile. */
  private int apply(Proposal proposal, String person) {
    int done = 0;
    for (UUID id : proposals.entries(proposal.id())) {
      Optional<Parked> entry = parked.find(id);
      if (entry.isPresent() && apply(proposal, entry.get(), person)) {
        done++;
      }
    }
    return done;
  }

  private boolean apply(Proposal proposal, Parked entry, String person) {
    String why = "proposal " + proposal.id() + " by " + proposal.proposedBy();
    return switch (proposal.kind()) {
      case ARRIVED -> remedies.arrived(entry, person, why);
      case NOT_ARRIVED -> remedies.notArrived(entry, person, why);
      case SEND_AGAIN -> remedies.sendAgain(entry, person, why);
      case DISCARD -> remedies.discard(entry, person, why);
      case CORRECT -> putInPlace(proposal, entry, person, why);
    };
  }

  private boolean putInPlace(Proposal proposal, Parked entry, String person, String why) {
    List<Version> all = versions.versions(entry.messageId());
    Version before = all.stream().filter(Version::inForce).findFirst().orElseThrow();
    Version after = versions.of(entry.messageId(), proposal.id()).orElseThrow();
    String what =
        "%s: version %d %s in place of %d %s"
            .formatted(why, after.version(), after.digest(), before.version(), before.digest());
    return remedies.correct(entry, after.version(), person, what) && parked.replay(entry, person);
  }

  private void tell(Milestone milestone, Proposal proposal, String person) {
    trail.append(
        new AuditEvent(
            milestone,
            null,
            null,
            null,
            proposal.partner(),
            person,
            "proposal %s %s, %d entries"
                .formatted(proposal.id(), proposal.kind(), proposal.entries())));
  }

  private static boolean isInDoubt(Parked entry) {
    return DeliveryState.IN_DOUBT.name().equals(entry.state());
  }

  private static List<UUID> ids(List<Parked> entries) {
    return entries.stream().map(Parked::id).toList();
  }
}
