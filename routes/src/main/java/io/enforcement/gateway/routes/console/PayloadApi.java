package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.payload.Payloads;
import io.enforcement.gateway.routes.payload.ShownValue;
import io.enforcement.gateway.routes.payload.TextDiff;
import io.enforcement.gateway.routes.payload.TextDiff.Line;
import io.enforcement.gateway.routes.payload.Translated;
import io.enforcement.gateway.routes.payload.UnmaskReason;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.MessageViews.Head;
import io.enforcement.gateway.routes.store.UnmaskingStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The documents of one message: what came, the records, what left, and where each value went.
 * Masked, unless the person has unmasked this message; each look at clear values is in the audit
 * trail.
 */
@RestController
@RequestMapping("/api/v1/messages/{id}")
public class PayloadApi {

  /** So long a message stays unmasked for the person who asked. */
  static final Duration CLEAR = Duration.ofMinutes(10);

  private static final String VERSION = "version-";
  private static final String PART = "part-";
  private static final String DELIVERY = "delivery-";

  private static final Pattern SENT = Pattern.compile("(sha256:[0-9a-f]{64}) [0-9]+ bytes$");

  /**
   * What came.
   *
   * @param clearUntil until when this person sees the values as they are; null when they are masked
   */
  public record ReceivedPayload(Instant clearUntil, Translated document) {}

  /** One record, value by value; none when the part was refused or its body is pruned. */
  public record RecordPayload(Instant clearUntil, int part, List<ShownValue> values) {}

  /**
   * What a receiver gets, as it is made now.
   *
   * @param leftAs digest of the bytes that left last; null when none did
   */
  public record SentPayload(
      Instant clearUntil,
      UUID delivery,
      String receiver,
      String exchange,
      String leftAs,
      Translated document) {}

  /** Why a person has to see the values: a word of the list, and their own. */
  public record Unmasking(String reason, String explanation) {}

  /** Until when they do. */
  public record Unmasked(Instant until) {}

  private final MessageViews views;
  private final MessageReaders readers;
  private final Payloads payloads;
  private final UnmaskingStore unmaskings;
  private final AuditTrail trail;

  PayloadApi(
      MessageViews views,
      MessageReaders readers,
      Payloads payloads,
      UnmaskingStore unmaskings,
      AuditTrail trail) {
    this.views = views;
    this.readers = readers;
    this.payloads = payloads;
    this.unmaskings = unmaskings;
    this.trail = trail;
  }

  /**
   * What came, and where its values went.
   *
   * @param version of the body; 0 is what came, others are what people put in its place
   */
  @GetMapping("/payload")
  public ReceivedPayload received(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Authentication person) {
    Head head = head(id, person);
    Instant until = until(head, person, "version " + version);
    return payloads
        .received(id, version, until != null)
        .map(document -> new ReceivedPayload(until, document))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** The record of one part. */
  @GetMapping("/payload/parts/{part}")
  public RecordPayload record(
      @PathVariable UUID id, @PathVariable int part, Authentication person) {
    Head head = head(id, person);
    Instant until = until(head, person, "part " + part);
    return new RecordPayload(until, part, payloads.record(id, part, until != null));
  }

  /** What a receiver gets; no business of the sender. */
  @GetMapping("/payload/deliveries/{delivery}")
  public SentPayload sent(
      @PathVariable UUID id, @PathVariable UUID delivery, Authentication person) {
    Head head = head(id, person);
    MessageViews.DeliveryView view =
        views.deliveries(id).stream()
            .filter(d -> d.id().equals(delivery) && ReadingAs.partner(person).isEmpty())
            .findFirst()
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    Instant until = until(head, person, "delivery " + delivery);
    return new SentPayload(
        until,
        delivery,
        view.receiver(),
        view.exchange(),
        leftAs(id, delivery),
        payloads
            .sent(delivery, until != null)
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
  }

  /**
   * Two documents of the message beside each other: {@code version-N} of what came, {@code part-N}
   * or {@code delivery-ID}.
   */
  @GetMapping("/payload/diff")
  public List<Line> diff(
      @PathVariable UUID id,
      @RequestParam String before,
      @RequestParam String after,
      Authentication person) {
    return TextDiff.of(
        values(id, before, person),
        values(id, after, person),
        form(before).equals(VERSION) && form(after).equals(VERSION));
  }

  private List<ShownValue> values(UUID id, String document, Authentication person) {
    String name = document.substring(form(document).length());
    try {
      return switch (form(document)) {
        case VERSION -> received(id, Integer.parseInt(name), person).document().values();
        case PART -> record(id, Integer.parseInt(name), person).values();
        case DELIVERY -> sent(id, UUID.fromString(name), person).document().values();
        default -> throw ProblemException.of(ProblemCode.NOT_FOUND);
      };
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  private static String form(String document) {
    return document.substring(0, document.indexOf('-') + 1);
  }

  private String leftAs(UUID id, UUID delivery) {
    return views.milestones(id).stream()
        .filter(m -> delivery.equals(m.deliveryId()) && m.detail() != null)
        .map(m -> SENT.matcher(m.detail()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Shows this person the values of this message as they are, for ten minutes. */
  @PostMapping("/unmasking")
  @ResponseStatus(HttpStatus.CREATED)
  public Unmasked unmask(
      @PathVariable UUID id, @RequestBody Unmasking unmasking, Authentication person) {
    Head head = head(id, person);
    UnmaskReason reason = reason(unmasking.reason());
    return new Unmasked(
        unmaskings.unmask(
            id,
            head.partner(),
            person.getName(),
            reason.name(),
            WaitingEntries.reason(unmasking.explanation()),
            CLEAR));
  }

  /** Until when this person sees the values of the message as they are; null when masked. */
  public Instant clearUntil(UUID id, Authentication person) {
    return unmaskings.until(id, person.getName()).orElse(null);
  }

  private static UnmaskReason reason(String given) {
    return Arrays.stream(UnmaskReason.values())
        .filter(reason -> reason.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.of(
                    ProblemCode.UNPROCESSABLE,
                    "reason",
                    "unmasking.reason",
                    Arrays.stream(UnmaskReason.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  private Head head(UUID id, Authentication person) {
    return views
        .find(id)
        .filter(h -> readers.mayRead(person, h))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** Whoever sees clear values is known by name. */
  private Instant until(Head head, Authentication person, String what) {
    Instant until = clearUntil(head.id(), person);
    if (until != null) {
      trail.append(
          new AuditEvent(
              Milestone.BODY_READ,
              head.id(),
              null,
              null,
              head.partner(),
              person.getName(),
              what + " clear"));
    }
    return until;
  }
}
