package io.enforcement.gateway.routes.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.enforcement.gateway.routes.conversation.DeadlineRule;
import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.routes.conversation.Kind;
import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.conversation.Moment;
import io.enforcement.gateway.routes.conversation.Organ;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ConversationViews;
import io.enforcement.gateway.routes.store.ConversationViews.Entry;
import io.enforcement.gateway.routes.store.ConversationViews.Head;
import io.enforcement.gateway.routes.store.ConversationViews.Owed;
import io.enforcement.gateway.routes.store.ConversationViews.Wanted;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.standards.dictionary.Label;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
class ConversationsApi {

  /** One conversation in a list. */
  record ConversationStatus(
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
  record ConversationDetail(
      ConversationStatus conversation,
      Map<String, Organ> roles,
      List<DocumentStatus> documents,
      List<DeadlineStatus> deadlines) {}

  /**
   * One document.
   *
   * @param fits false for one that does not fit the state: kept, and shown
   */
  record DocumentStatus(
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

  /**
   * One deadline.
   *
   * @param due its last moment in Beijing time; of a limit of days the last second of its last day
   * @param state its own, or OVERDUE for an open one whose end has passed
   * @param doubt what is not sure about the rule; null when all is
   */
  record DeadlineStatus(
      UUID id,
      UUID conversation,
      String kind,
      String rule,
      String ruleVersion,
      String duty,
      String doubt,
      String basis,
      String severity,
      Instant startedAt,
      OffsetDateTime due,
      boolean provisional,
      String state,
      Instant doneAt,
      String ownerRole,
      String ownerUscc,
      String ownerName) {}

  private static final int LIMIT = 100;
  private static final Duration SOON = Duration.ofDays(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConversationViews views;
  private final Kinds kinds;
  private final DeadlineTable rules;
  private final ConversationReaders readers;
  private final Clock clock;

  ConversationsApi(
      ConversationViews views,
      Kinds kinds,
      DeadlineTable rules,
      ConversationReaders readers,
      Clock clock) {
    this.views = views;
    this.kinds = kinds;
    this.rules = rules;
    this.readers = readers;
    this.clock = clock;
  }

  /** What one deadline may be asked to be. */
  enum Due {
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
  List<ConversationStatus> conversations(
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
  ConversationDetail conversation(
      @PathVariable UUID id, Authentication caller, HttpServletRequest request) {
    Head head =
        views
            .conversation(id, readers.reader(caller))
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    Language language = Language.of(request);
    return new ConversationDetail(
        status(head, language),
        roles(head),
        views.documents(id).stream().map(ConversationsApi::status).toList(),
        views.deadlines(id).stream().map(owed -> status(owed, language)).toList());
  }

  /** By their ends; open ones unless another state is asked for. */
  @GetMapping("/api/v1/deadlines")
  List<DeadlineStatus> deadlines(
      @RequestParam(defaultValue = "OPEN") List<DeadlineState> state,
      @RequestParam(required = false) Due due,
      @RequestParam(required = false) String rule,
      @RequestParam(required = false) String owner,
      Authentication caller,
      HttpServletRequest request) {
    Language language = Language.of(request);
    return views.deadlines(state, before(due), rule, owner, readers.reader(caller), LIMIT).stream()
        .map(owed -> status(owed, language))
        .toList();
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
        text(kind.label(), language),
        head.state(),
        text(state.label(), language),
        head.ended(),
        state.owner(),
        head.region(),
        head.misfits(),
        head.openedAt(),
        head.changedAt(),
        head.nextDue() == null ? null : shown(head.nextDue()));
  }

  private static Map<String, Organ> roles(Head head) {
    try {
      return JSON.readValue(head.roles(), new TypeReference<Map<String, Organ>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps JSON only", e);
    }
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

  private DeadlineStatus status(Owed owed, Language language) {
    DeadlineRule rule = rules.rule(owed.rule(), owed.region()).orElse(null);
    boolean overdue =
        owed.state() == DeadlineState.OPEN
            && !owed.provisional()
            && !owed.dueAt().isAfter(clock.instant());
    return new DeadlineStatus(
        owed.id(),
        owed.conversation(),
        owed.kind(),
        owed.rule(),
        owed.ruleVersion(),
        rule == null ? null : text(rule.duty(), language),
        rule == null || rule.doubt() == null ? null : text(rule.doubt(), language),
        rule == null ? null : rule.basis(),
        rule == null ? null : rule.severity().name(),
        owed.startedAt(),
        shown(owed.dueAt()),
        owed.provisional(),
        overdue ? "OVERDUE" : owed.state().name(),
        owed.doneAt(),
        owed.ownerRole(),
        owed.ownerUscc(),
        owed.ownerName());
  }

  private static OffsetDateTime shown(Instant end) {
    return Moment.shown(end.atOffset(ZoneOffset.UTC));
  }

  private static String text(Label label, Language language) {
    return language == Language.ZH ? label.zh() : label.en();
  }
}
