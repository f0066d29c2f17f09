package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.store.ConversationViews;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Duties that were broken, or seem so, where it takes more than one record to see it: each is a
 * deadline whose rule names the duty and that was missed. Supervision gets a notice of each.
 */
@RestController
public class FindingsApi {

  private static final int LIMIT = 100;

  private final ConversationViews views;
  private final DeadlineTable rules;
  private final ShownDeadlines shown;
  private final ConversationReaders readers;
  private final Clock clock;

  FindingsApi(
      ConversationViews views,
      DeadlineTable rules,
      ShownDeadlines shown,
      ConversationReaders readers,
      Clock clock) {
    this.views = views;
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
   */
  @GetMapping("/api/v1/findings")
  public List<DeadlineStatus> findings(
      @RequestParam(required = false) String duty,
      @RequestParam(required = false) String owner,
      @RequestParam(defaultValue = "") String region,
      Authentication caller,
      HttpServletRequest request) {
    return shown.shown(
        views.missed(
            rules.findings(duty), clock.instant(), owner, region, readers.reader(caller), LIMIT),
        Language.of(request));
  }
}
