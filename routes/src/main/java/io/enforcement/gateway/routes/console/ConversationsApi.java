package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.Kind;
import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.conversation.Organ;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ConversationViews;
import io.enforcement.gateway.routes.store.ConversationViews.Entry;
import io.enforcement.gateway.routes.store.ConversationViews.Head;
import io.enforcement.gateway.routes.store.ConversationViews.Wanted;
import io.enforcement.gateway.routes.store.DeadlineState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Conversations and deadlines: for people, and for partners those they take part in. What is
 * restricted is there for the participants and for listed people only; to anybody else it does not
 * exist.
 */
@RestController
public class ConversationsApi {

  /** One conversation in a list. */
  public record ConversationStatus(
      UUID id,
      String kind,
      String name,
      String state,
      String stateName,
      boolean ended,
      String turnOf,
      String region,
      int misfits,
      Instant openedAt,
      Instant changedAt,
      OffsetDateTime nextDue) {}

  /** One conversation with all there is to know. */
  public record ConversationDetail(
      ConversationStatus conversation,
      Map<String, Organ> roles,
      List<DocumentStatus> documents,
      List<DeadlineStatus> deadlines) {}

  /**
   * One document.
   *
   * @param fits false for one that does not fit the state: kept, and shown
   */
  public record DocumentStatus(
      UUID recordId,
      UUID messageId,
      String type,
      String partner,
      Instant at,
      boolean exact,
      Instant arrivedAt,
      boolean fits,
      String from,
      String to) {}

  private static final int LIMIT = 100;

  /** So long before its end a deadline ends soon. */
  static final Duration SOON = Duration.ofDays(3);

  private final ConversationViews views;
  private final Kinds kinds;
  private final ShownDeadlines shown;
  private final ConversationReaders readers;
  private final Clock clock;

  ConversationsApi(
      ConversationViews views,
      Kinds kinds,
      ShownDeadlines shown,
      ConversationReaders readers,
      Clock clock) {
    this.views = views;
    this.kinds = kinds;
    this.shown = shown;
    this.readers = readers;
    this.clock = clock;
  }

  /** What one deadline may be asked to be. */
  public enum Due {
    /** Its end has passed. */
    OVERDUE,
    /** It ends within three days, or has. */
    SOON
  }

  /**
   * The latest first.
   *
   * @param message only those that have a record of this message
   * @param after the last one of the page before
   */
  @GetMapping("/api/v1/conversations")
  public List<ConversationStatus> conversations(
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String state,
      @RequestParam(required = false) Due due,
      @RequestParam(required = false) UUID message,
      @RequestParam(required = false) UUID after,
      Authentication caller,
      HttpServletRequest request) {
    Wanted wanted = new Wanted(kind, state, before(due), message, after);
    return views.conversations(wanted, readers.reader(caller), LIMIT).stream()
        .map(head -> status(head, Language.of(request)))
        .toList();
  }

  @GetMapping("/api/v1/conversations/{id}")
  public ConversationDetail conversation(
      @PathVariable UUID id, Authentication caller, HttpServletRequest request) {
    Head head =
        views
            .conversation(id, readers.reader(caller))
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    Language language = Language.of(request);
    return new ConversationDetail(
        status(head, language),
        Organ.roles(head.roles()),
        views.documents(id).stream().map(ConversationsApi::status).toList(),
        shown.shown(views.deadlines(id), language));
  }

  /**
   * By their ends; open ones unless another state is asked for.
   *
   * @param byHand only those whose receiver a person must tell
   */
  @GetMapping("/api/v1/deadlines")
  public List<DeadlineStatus> deadlines(
      @RequestParam(defaultValue = "OPEN") List<DeadlineState> state,
      @RequestParam(required = false) Due due,
      @RequestParam(required = false) String rule,
      @RequestParam(required = false) String owner,
      @RequestParam(defaultValue = "false") boolean byHand,
      Authentication caller,
      HttpServletRequest request) {
    return shown.shown(
        views.deadlines(state, before(due), rule, owner, byHand, readers.reader(caller), LIMIT),
        Language.of(request));
  }

  private Instant before(Due due) {
    return due == null ? null : due == Due.OVERDUE ? clock.instant() : clock.instant().plus(SOON);
  }

  private ConversationStatus status(Head head, Language language) {
    Kind kind = kinds.named(head.kind()).orElseThrow();
    Kind.State state = kind.state(head.state());
    return new ConversationStatus(
        head.id(),
        head.kind(),
        language.text(kind.label()),
        head.state(),
        language.text(state.label()),
        head.ended(),
        state.owner(),
        head.region(),
        head.misfits(),
        head.openedAt(),
        head.changedAt(),
        head.nextDue() == null ? null : ShownDeadlines.end(head.nextDue()));
  }

  private static DocumentStatus status(Entry entry) {
    return new DocumentStatus(
        entry.recordId(),
        entry.messageId(),
        entry.type(),
        entry.sender(),
        entry.at(),
        entry.exact(),
        entry.arrivedAt(),
        entry.fits(),
        entry.from(),
        entry.to());
  }
}
