package io.enforcement.gateway.routes.outbox;

import io.enforcement.gateway.routes.exchange.Outbox;
import io.enforcement.gateway.routes.exchange.Outbox.Item;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.security.Quota;
import io.enforcement.gateway.routes.store.OutboxStore;
import io.enforcement.gateway.standards.format.StrictJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * A partner that cannot be called fetches its deliveries and acknowledges each (Polling Consumer on
 * its side). What was given and is not acknowledged is given again, same key and bytes, before
 * anything new: the partner deduplicates by the key.
 *
 * <p>The cursor {@code after} acknowledges nothing: outcomes are per delivery, and a cursor could
 * not refuse one in the middle. It only leaves out what was given before, up to and including that
 * key, so that a partner can read on before it has worked off what it holds. What was never given
 * is never left out. A partner that starts anew asks without it.
 */
@RestController
class OutboxApi {

  private static final int MOST_ITEMS = 64;
  private static final int MOST_SECONDS = 30;
  private static final int MOST_CHARACTERS = 500;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

  /** What a partner says about one delivery. */
  enum Outcome {
    ACCEPTED,
    REFUSED
  }

  /**
   * An acknowledgement as it is sent.
   *
   * @param reason why it is refused, for people at the origin
   */
  record Acknowledgement(Outcome outcome, String reason) {}

  /** The answer to an acknowledgement. */
  record Acknowledged(UUID deliveryKey, Outcome outcome) {}

  private final PartnerCatalog catalog;
  private final Quota quota;
  private final NonceStore nonces;
  private final Outbox outbox;
  private final OutboxStore store;
  private final WaitingPartners waiting;

  OutboxApi(
      PartnerCatalog catalog,
      Quota quota,
      NonceStore nonces,
      Outbox outbox,
      OutboxStore store,
      WaitingPartners waiting) {
    this.catalog = catalog;
    this.quota = quota;
    this.nonces = nonces;
    this.outbox = outbox;
    this.store = store;
    this.waiting = waiting;
  }

  @GetMapping("/api/v1/outbox")
  DeferredResult<Listing> fetch(
      @RequestAttribute(PartnerRequest.ATTRIBUTE) PartnerRequest request,
      @RequestParam(required = false) String after,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String wait) {
    admit(request.partner());
    UUID cursor =
        after == null || after.isEmpty()
            ? null
            : key(after).orElseThrow(() -> malformed("after", "outbox.after"));
    int most = number("limit", limit, 1, MOST_ITEMS, MOST_ITEMS);
    int seconds = number("wait", wait, 0, MOST_SECONDS, 0);
    List<Item> items = outbox.give(request.partner(), cursor, most);
    if (items.isEmpty() && seconds > 0) {
      return waiting.waitFor(request.partner(), cursor, most, Duration.ofSeconds(seconds));
    }
    DeferredResult<Listing> now = new DeferredResult<>();
    now.setResult(Listing.of(items, cursor));
    return now;
  }

  @PostMapping("/api/v1/outbox/{deliveryKey}/acknowledgement")
  Acknowledged acknowledge(
      @RequestAttribute(PartnerRequest.ATTRIBUTE) PartnerRequest request,
      @PathVariable String deliveryKey) {
    admit(request.partner());
    UUID key = key(deliveryKey).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    Acknowledgement said = StrictJson.read(request.body(), Acknowledgement.class);
    String reason = reason(said);
    if (request.nonce() != null
        && !nonces.firstUse(request.partner(), request.nonce(), request.timestamp())) {
      throw NonceStore.usedBefore();
    }
    return switch (store.acknowledge(request.partner(), key, reason)) {
      case SETTLED -> new Acknowledged(key, said.outcome());
      case OTHERWISE ->
          throw ProblemException.of(ProblemCode.CONFLICT, "outcome", "outbox.settled-otherwise");
      case UNKNOWN -> throw ProblemException.of(ProblemCode.NOT_FOUND);
    };
  }

  private void admit(String partner) {
    Partner known =
        catalog
            .partner(partner)
            .filter(Partner::pulls)
            .orElseThrow(
                () -> ProblemException.of(ProblemCode.WRONG_EXCHANGE, "", "outbox.not-agreed"));
    if (!quota.tryTake(partner, known.messagesPerSecond())) {
      throw ProblemException.overQuota(Duration.ofSeconds(1));
    }
  }

  /** Null when it was accepted. */
  private static String reason(Acknowledgement said) {
    if (said.outcome() == Outcome.ACCEPTED) {
      return null;
    }
    String reason =
        said.reason() == null ? "" : CONTROLS.matcher(said.reason()).replaceAll(" ").strip();
    if (said.outcome() == null
        || reason.isEmpty()
        || reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      throw ProblemException.of(
          ProblemCode.MALFORMED,
          said.outcome() == null ? "outcome" : "reason",
          "outbox.acknowledgement",
          Integer.toString(MOST_CHARACTERS));
    }
    return reason;
  }

  private static Optional<UUID> key(String text) {
    try {
      UUID key = UUID.fromString(text);
      // The parser takes shorter forms as well.
      return Optional.of(key).filter(k -> k.toString().equals(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int number(String name, String text, int least, int most, int otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,3}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw ProblemException.of(
        ProblemCode.MALFORMED,
        name,
        "outbox.number",
        Integer.toString(least),
        Integer.toString(most));
  }

  private static ProblemException malformed(String path, String rule) {
    return ProblemException.of(ProblemCode.MALFORMED, path, rule);
  }
}
