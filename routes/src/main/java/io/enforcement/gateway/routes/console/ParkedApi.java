package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.failure.Replay;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What waits for people, and the button that sets it on its way again. The rights stand with the
 * security chains; of restricted exchanges only listed people see more than a number, whatever
 * their rights.
 */
@RestController
public class ParkedApi {

  /** So many entries are shown at a time, the oldest first. */
  private static final int LIMIT = 500;

  /** One entry. */
  public record ParkedStatus(
      UUID id,
      UUID messageId,
      UUID deliveryKey,
      String stage,
      String partner,
      String exchange,
      String state,
      String cause,
      Instant at,
      List<String> findings) {}

  /** The answer to a replay. */
  public record ReplayStatus(UUID id, String result) {}

  /** How much waits that the caller may not see. */
  public record RestrictedTotal(long waiting) {}

  private final ParkedStore parked;
  private final Replay replay;
  private final Restrictions restrictions;

  ParkedApi(ParkedStore parked, Replay replay, Restrictions restrictions) {
    this.parked = parked;
    this.replay = replay;
    this.restrictions = restrictions;
  }

  /**
   * The oldest first.
   *
   * @param group only those of this failure group
   */
  @GetMapping("/api/v1/parked")
  public List<ParkedStatus> parked(
      @RequestParam(required = false) String group,
      Authentication person,
      HttpServletRequest request) {
    RuleTexts texts = RuleTexts.of(Language.of(request).locale());
    return parked.waiting(LIMIT, group, restrictions.hiddenFrom(person.getName())).stream()
        .map(entry -> status(entry, texts))
        .toList();
  }

  @GetMapping("/api/v1/parked/restricted")
  public RestrictedTotal restricted(Authentication person) {
    return new RestrictedTotal(parked.count(restrictions.hiddenFrom(person.getName())));
  }

  @PostMapping("/api/v1/parked/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  public ReplayStatus replay(@PathVariable UUID id, PersonAuthentication person) {
    return switch (answer(id, person)) {
      case REPLAYED -> new ReplayStatus(id, "REPLAYED");
      case UNKNOWN -> throw ProblemException.of(ProblemCode.NOT_FOUND);
      case NEEDS_TWO_PEOPLE ->
          throw ProblemException.of(ProblemCode.CONFLICT, "id", "replay.needs-two-people");
      case NEEDS_REVIEWER ->
          throw ProblemException.of(ProblemCode.CONFLICT, "id", "replay.needs-reviewer");
      case HAS_NO_WAY -> throw ProblemException.of(ProblemCode.CONFLICT, "id", "replay.has-no-way");
    };
  }

  /** An entry that the person may not see is no entry. */
  private Replay.Answer answer(UUID id, PersonAuthentication caller) {
    String person = caller.getName();
    boolean reviewer = caller.getPrincipal().role() == Role.REVIEWER;
    boolean hidden =
        parked
            .find(id)
            .filter(e -> restrictions.hides(person, new ExchangeKey(e.partner(), e.exchange())))
            .isPresent();
    if (hidden) {
      return Replay.Answer.UNKNOWN;
    }
    try {
      return replay.replayChosen(id, person, reviewer);
    } catch (Replay.StillFails e) {
      throw ProblemException.of(
          ProblemCode.CONFLICT, "id", "replay.dry-run-finds", String.join("; ", e.found()));
    }
  }

  private static ParkedStatus status(Parked entry, RuleTexts texts) {
    return new ParkedStatus(
        entry.id(),
        entry.messageId(),
        entry.deliveryId(),
        entry.stage(),
        entry.partner(),
        entry.exchange(),
        entry.state(),
        entry.cause(),
        entry.at(),
        entry.findings().stream().map(f -> text(f, texts)).toList());
  }

  private static String text(Finding finding, RuleTexts texts) {
    return finding.rule() + " " + finding.path() + ": " + texts.expected(finding);
  }
}
