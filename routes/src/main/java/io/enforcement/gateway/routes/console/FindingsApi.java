package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ConversationViews;
import io.enforcement.gateway.routes.store.FindingStore;
import io.enforcement.gateway.routes.store.FindingStore.Closing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Duties that were broken, or seem so, where it takes more than one record to see it: each is a
 * deadline whose rule names the duty and that was missed. Supervision gets a notice of each; people
 * close those about which there is nothing more to do.
 */
@RestController
public class FindingsApi {

  private static final int LIMIT = 100;

  private final ConversationViews views;
  private final FindingStore findings;
  private final DeadlineTable rules;
  private final ShownDeadlines shown;
  private final ConversationReaders readers;
  private final Clock clock;

  FindingsApi(
      ConversationViews views,
      FindingStore findings,
      DeadlineTable rules,
      ShownDeadlines shown,
      ConversationReaders readers,
      Clock clock) {
    this.views = views;
    this.findings = findings;
    this.rules = rules;
    this.shown = shown;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * The latest first.
   *
   * @param duty U01 to U09; all when absent
   * @param owner credit code of the organ whose duty it is
   * @param region division code with which that of the conversation begins
   * @param closed those that people have closed instead of the others
   */
  @GetMapping("/api/v1/findings")
  public List<DeadlineStatus> findings(
      @RequestParam(required = false) String duty,
      @RequestParam(required = false) String owner,
      @RequestParam(defaultValue = "") String region,
      @RequestParam(defaultValue = "false") boolean closed,
      Authentication caller,
      HttpServletRequest request) {
    return shown.shown(
        views.missed(
            rules.findings(duty),
            clock.instant(),
            owner,
            region,
            closed,
            readers.reader(caller),
            LIMIT),
        Language.of(request));
  }

  /** Why a finding is closed; no person is named in it. */
  record Reason(String reason) {}

  /** Closes a finding: somebody has looked, and there is nothing more to do about it. */
  @PostMapping("/api/v1/findings/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable UUID id, @RequestBody Reason why, Authentication person) {
    Closing closing =
        new Closing(
            person.getName(), readers.reader(person).listed(), WaitingEntries.reason(why.reason()));
    if (!findings.close(id, rules.findings(null), clock.instant(), closing)) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }
}
