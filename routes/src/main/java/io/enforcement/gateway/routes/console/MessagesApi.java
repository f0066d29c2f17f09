package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.audit.Evidences;
import io.enforcement.gateway.routes.audit.StoredEvent;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.ConversationViews;
import io.enforcement.gateway.routes.store.ConversationViews.Wanted;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.MessageViews.DeliveryView;
import io.enforcement.gateway.routes.store.MessageViews.Head;
import io.enforcement.gateway.routes.store.MessageViews.MilestoneView;
import io.enforcement.gateway.routes.store.MessageViews.RecordView;
import io.enforcement.gateway.routes.store.MessageViews.Sent;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of a message: for its sender, and for people; of restricted exchanges for listed
 * people only. To anybody else it does not exist.
 */
@RestController
public class MessagesApi {

  /** A finding with its texts in the caller's language. */
  public record FindingText(
      String severity, String rule, String path, String valueClass, String expected, String fix) {}

  /**
   * One receiver's delivery of one part.
   *
   * @param rejection what the receiver said when it sent it back; null when it did not
   * @param acceptedAt when its business system said that it has accepted what the receiver took;
   *     null as long as it said nothing
   */
  public record DeliveryStatus(
      UUID deliveryKey,
      String receiver,
      String exchange,
      String state,
      int attempts,
      Instant nextAttemptAt,
      String rejection,
      Instant acceptedAt) {}

  /** One part with its findings and deliveries. */
  public record RecordStatus(
      int part,
      String state,
      String kind,
      String naturalKey,
      Integer revision,
      List<FindingText> findings,
      List<DeliveryStatus> deliveries) {}

  /**
   * One milestone.
   *
   * @param position in the audit trail, once it has one
   */
  public record MilestoneStatus(
      Long position,
      String milestone,
      Instant at,
      Integer part,
      UUID deliveryKey,
      String partner,
      String actor,
      String detail) {}

  /**
   * The whole answer.
   *
   * @param prunedAt when its body was taken away, by the time that bodies are kept
   */
  public record MessageStatus(
      UUID messageId,
      String partner,
      String exchange,
      String state,
      String digest,
      Instant receivedAt,
      Instant prunedAt,
      List<RecordStatus> records,
      List<WaitingStatus> waiting,
      List<MilestoneStatus> milestones,
      List<ConversationLink> conversations) {}

  /**
   * What waits for people, and why: a sender may have to mend it.
   *
   * @param deliveryKey null when the whole message waits
   */
  public record WaitingStatus(
      UUID deliveryKey,
      String stage,
      String partner,
      String cause,
      Instant since,
      List<FindingText> findings) {}

  /** A conversation that a record of the message belongs to, and how it stands: the result. */
  public record ConversationLink(UUID id, String kind, String state, boolean ended) {}

  /** A message of an exchange, under the name that its sender gave it. */
  public record SentStatus(
      UUID messageId,
      String key,
      String state,
      String digest,
      Instant receivedAt,
      Instant prunedAt) {}

  /** So many messages of an exchange are shown, the newest first. */
  private static final int LATEST = 100;

  private final MessageViews views;
  private final ConversationViews conversations;
  private final ConversationReaders readers;
  private final ParkedStore parked;
  private final MessageReaders messageReaders;
  private final Evidences evidences;

  MessagesApi(
      MessageViews views,
      ConversationViews conversations,
      ConversationReaders readers,
      ParkedStore parked,
      MessageReaders messageReaders,
      Evidences evidences) {
    this.views = views;
    this.conversations = conversations;
    this.readers = readers;
    this.parked = parked;
    this.messageReaders = messageReaders;
    this.evidences = evidences;
  }

  /**
   * The latest messages of an exchange: what became of the file that a department calls about,
   * whose id it does not know. Of a partner's own exchange, or for people.
   */
  @GetMapping("/api/v1/messages")
  public List<SentStatus> messages(
      @RequestParam String partner, @RequestParam String exchange, Authentication caller) {
    ExchangeKey key = new ExchangeKey(partner, exchange);
    return views.latest(key, LATEST).stream()
        .filter(sent -> messageReaders.mayRead(caller, sent.head(key)))
        .map(MessagesApi::status)
        .toList();
  }

  private static SentStatus status(Sent sent) {
    return new SentStatus(
        sent.id(),
        sent.key(),
        sent.state(),
        digest(sent.digest()),
        sent.receivedAt(),
        sent.prunedAt());
  }

  private static String digest(byte[] sha256) {
    return "sha256:" + HexFormat.of().formatHex(sha256);
  }

  @GetMapping("/api/v1/messages/{id}")
  public MessageStatus message(
      @PathVariable UUID id, Authentication caller, HttpServletRequest request) {
    Head head =
        views
            .find(id)
            .filter(h -> messageReaders.mayRead(caller, h))
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    RuleTexts texts = RuleTexts.of(Language.of(request).locale());
    List<DeliveryView> deliveries = views.deliveries(id);
    return new MessageStatus(
        head.id(),
        head.partner(),
        head.exchange(),
        head.state(),
        digest(head.digest()),
        head.receivedAt(),
        head.prunedAt(),
        views.records(id).stream().map(r -> status(r, deliveries, texts)).toList(),
        waiting(id, caller, texts),
        milestones(id, caller),
        conversations(id, caller));
  }

  /** Archive files are read for people: it takes seconds, and partners ask by programs. */
  private List<MilestoneStatus> milestones(UUID id, Authentication caller) {
    List<MilestoneView> online = views.milestones(id);
    if (ReadingAs.partner(caller).isPresent()) {
      return online.stream().map(MessagesApi::status).toList();
    }
    Set<Long> here = online.stream().map(MilestoneView::position).collect(Collectors.toSet());
    return Stream.concat(
            evidences.archived(id).stream()
                .filter(archived -> !here.contains(archived.position()))
                .map(archived -> status(archived.position(), archived.event())),
            online.stream().map(MessagesApi::status))
        .toList();
  }

  private static MilestoneStatus status(MilestoneView milestone) {
    return new MilestoneStatus(
        milestone.position(),
        milestone.milestone(),
        milestone.at(),
        milestone.part(),
        milestone.deliveryId(),
        milestone.partner(),
        milestone.actor(),
        milestone.detail());
  }

  private static MilestoneStatus status(long position, StoredEvent event) {
    return new MilestoneStatus(
        position,
        event.milestone(),
        event.at(),
        event.part(),
        event.deliveryId(),
        event.partner(),
        event.actor(),
        event.detail());
  }

  /** A sender sees what became of its own document; how receivers fail is not its business. */
  private List<WaitingStatus> waiting(UUID message, Authentication caller, RuleTexts texts) {
    return parked.ofMessage(message).stream()
        .filter(p -> ReadingAs.partner(caller).isEmpty() || p.deliveryId() == null)
        .map(
            p ->
                new WaitingStatus(
                    p.deliveryId(),
                    p.stage(),
                    p.partner(),
                    p.cause(),
                    p.at(),
                    p.findings().stream().map(f -> text(f, texts)).toList()))
        .toList();
  }

  private List<ConversationLink> conversations(UUID message, Authentication caller) {
    return conversations
        .conversations(Wanted.ofMessage(message), readers.reader(caller), LATEST)
        .stream()
        .map(c -> new ConversationLink(c.id(), c.kind(), c.state(), c.ended()))
        .toList();
  }

  private static RecordStatus status(
      RecordView view, List<DeliveryView> deliveries, RuleTexts texts) {
    return new RecordStatus(
        view.part(),
        view.state(),
        view.kind(),
        view.naturalKey(),
        view.revision(),
        view.findings().stream().map(f -> text(f, texts)).toList(),
        deliveries.stream()
            .filter(d -> d.recordId().equals(view.id()))
            .map(MessagesApi::status)
            .toList());
  }

  private static FindingText text(Finding finding, RuleTexts texts) {
    return new FindingText(
        finding.severity().value(),
        finding.rule(),
        finding.path(),
        finding.valueClass(),
        texts.expected(finding),
        texts.fix(finding));
  }

  private static DeliveryStatus status(DeliveryView view) {
    return new DeliveryStatus(
        view.id(),
        view.receiver(),
        view.exchange(),
        view.state(),
        view.attempts(),
        view.nextAttemptAt(),
        view.rejection(),
        view.acceptedAt());
  }
}
