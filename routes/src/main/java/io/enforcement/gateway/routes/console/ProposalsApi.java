package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.failure.Proposals;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.ProposalStore;
import io.enforcement.gateway.routes.store.ProposalStore.Proposal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people have proposed about parked entries, and the second person's yes or no. A proposal
 * about a restricted exchange does not exist for people who are not listed.
 */
@RestController
@RequestMapping("/api/v1/proposals")
public class ProposalsApi {

  private static final int LATEST = 200;

  /** So many entries are given up at a time at most. */
  private static final int MOST = 10_000;

  /** What is to be given up: these entries, or all that waits in a group; and why. */
  public record Discard(List<UUID> entries, String group, String reason) {}

  private final WaitingEntries entries;
  private final Proposals proposals;
  private final ProposalStore store;
  private final ParkedStore parked;
  private final Restrictions restrictions;

  ProposalsApi(
      WaitingEntries entries,
      Proposals proposals,
      ProposalStore store,
      ParkedStore parked,
      Restrictions restrictions) {
    this.entries = entries;
    this.proposals = proposals;
    this.store = store;
    this.parked = parked;
    this.restrictions = restrictions;
  }

  /** Those that wait, then the latest. */
  @GetMapping
  public List<Proposal> proposals(Authentication person) {
    return store.latest(LATEST).stream()
        .filter(p -> entries.maySee(p.partner(), p.exchange(), person))
        .toList();
  }

  @GetMapping("/{id}")
  public Proposal proposal(@PathVariable UUID id, Authentication person) {
    return store
        .find(id)
        .filter(p -> entries.maySee(p.partner(), p.exchange(), person))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** Its parked entries. */
  @GetMapping("/{id}/entries")
  public List<UUID> entries(@PathVariable UUID id, Authentication person) {
    return store.entries(proposal(id, person).id());
  }

  /** Gives entries up, at once where one person may. */
  @PostMapping("/discards")
  @ResponseStatus(HttpStatus.CREATED)
  public Proposal discard(@RequestBody Discard discard, Authentication person) {
    String reason = WaitingEntries.reason(discard.reason());
    List<Parked> all = wanted(discard, person);
    if (all.stream().map(e -> e.partner() + "/" + e.exchange()).distinct().count() > 1) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "entries", "proposal.one-exchange");
    }
    return WaitingEntries.tried(() -> proposals.discard(all, reason, person.getName()));
  }

  @PostMapping("/{id}/confirm")
  public Proposal confirm(@PathVariable UUID id, Authentication person) {
    Proposal proposal = proposal(id, person);
    return WaitingEntries.tried(() -> proposals.confirm(proposal.id(), person.getName()));
  }

  @PostMapping("/{id}/decline")
  public Proposal decline(@PathVariable UUID id, Authentication person) {
    Proposal proposal = proposal(id, person);
    return WaitingEntries.tried(() -> proposals.decline(proposal.id(), person.getName()));
  }

  private List<Parked> wanted(Discard discard, Authentication person) {
    if (discard.group() != null) {
      return parked.waiting(MOST, discard.group(), restrictions.hiddenFrom(person.getName()));
    }
    return discard.entries() == null
        ? List.of()
        : discard.entries().stream()
            .limit(MOST)
            .distinct()
            .map(id -> entries.find(id, person))
            .toList();
  }
}
