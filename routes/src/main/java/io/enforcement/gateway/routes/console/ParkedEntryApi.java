package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.failure.FailureClass;
import io.enforcement.gateway.routes.failure.Proposals;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.BoundedBody;
import io.enforcement.gateway.routes.store.AttemptViews;
import io.enforcement.gateway.routes.store.AttemptViews.FailedAttempt;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.ProposalStore;
import io.enforcement.gateway.routes.store.ProposalStore.Kind;
import io.enforcement.gateway.routes.store.ProposalStore.Proposal;
import io.enforcement.gateway.routes.store.VersionStore;
import io.enforcement.gateway.routes.store.VersionStore.Version;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One parked entry with the evidence that people decide by, and what they propose about it. Bodies
 * are for operators and reviewers, and who reads one is in the audit trail.
 */
@RestController
@RequestMapping("/api/v1/parked/{id}")
public class ParkedEntryApi {

  /** A corrected body in base64 and what stands around it. */
  private static final int MOST_BYTES = 24 * 1024 * 1024;

  /**
   * What people decide by.
   *
   * @param attempts that did not deliver; empty for a whole message
   * @param versions of the message's body
   * @param proposals about this entry, the latest first
   */
  public record Evidence(
      UUID id,
      UUID messageId,
      UUID deliveryKey,
      String partner,
      String exchange,
      String state,
      FailureClass failureClass,
      FailureClass.Offer offer,
      String cause,
      List<FailedAttempt> attempts,
      List<Version> versions,
      List<Proposal> proposals) {}

  /** How a doubt ends: {@code arrived}, {@code not-arrived} or {@code send-again}; and why. */
  public record Verdict(String verdict, String reason) {}

  /** Another body, in base64, and why. */
  public record Correction(byte[] content, String reason) {}

  private final WaitingEntries entries;
  private final Proposals proposals;
  private final ProposalStore store;
  private final AttemptViews attempts;
  private final VersionStore versions;
  private final AuditTrail trail;
  private final JsonMapper json;

  ParkedEntryApi(
      WaitingEntries entries,
      Proposals proposals,
      ProposalStore store,
      AttemptViews attempts,
      VersionStore versions,
      AuditTrail trail,
      JsonMapper json) {
    this.entries = entries;
    this.proposals = proposals;
    this.store = store;
    this.attempts = attempts;
    this.versions = versions;
    this.trail = trail;
    this.json = json;
  }

  @GetMapping
  public Evidence evidence(@PathVariable UUID id, Authentication person) {
    Parked entry = entries.find(id, person);
    FailureClass failureClass = FailureClass.of(entry);
    return new Evidence(
        entry.id(),
        entry.messageId(),
        entry.deliveryId(),
        entry.partner(),
        entry.exchange(),
        entry.state(),
        failureClass,
        failureClass.offer(),
        entry.cause(),
        entry.deliveryId() == null
            ? List.of()
            : attempts.failed(entry.messageId(), entry.deliveryId()),
        versions.versions(entry.messageId()),
        store.about(id));
  }

  /** The bytes of one version of the message's body; 0 is what came. */
  @GetMapping("/versions/{version}")
  public ResponseEntity<byte[]> body(
      @PathVariable UUID id, @PathVariable int version, Authentication person) {
    Parked entry = entries.findReadable(id, person);
    byte[] body =
        versions
            .body(entry.messageId(), version)
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    trail.append(
        new AuditEvent(
            Milestone.BODY_READ,
            entry.messageId(),
            null,
            null,
            entry.partner(),
            person.getName(),
            "version " + version));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(body);
  }

  /** Proposes how a doubt ends. */
  @PostMapping("/decision")
  @ResponseStatus(HttpStatus.CREATED)
  public Proposal decide(
      @PathVariable UUID id, @RequestBody Verdict verdict, Authentication person) {
    Parked entry = entries.find(id, person);
    String reason = WaitingEntries.reason(verdict.reason());
    Kind kind = kind(verdict.verdict());
    return WaitingEntries.tried(() -> proposals.endDoubt(entry, kind, reason, person.getName()));
  }

  /** Proposes another body. */
  @PostMapping("/correction")
  @ResponseStatus(HttpStatus.CREATED)
  public Proposal correct(
      @PathVariable UUID id, HttpServletRequest request, Authentication person) {
    Parked entry = entries.findReadable(id, person);
    Correction correction = correction(BoundedBody.read(request, MOST_BYTES));
    String reason = WaitingEntries.reason(correction.reason());
    return WaitingEntries.tried(
        () -> proposals.correct(entry, correction.content(), reason, person.getName()));
  }

  private Correction correction(byte[] body) {
    Correction correction;
    try {
      correction = json.readValue(body, Correction.class);
    } catch (JacksonException e) {
      throw ProblemException.of(ProblemCode.MALFORMED);
    }
    if (correction.content() == null || correction.content().length == 0) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "content", "proposal.content");
    }
    return correction;
  }

  private static Kind kind(String verdict) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(verdict))
        .findFirst()
        .orElseThrow(
            () -> ProblemException.of(ProblemCode.UNPROCESSABLE, "verdict", "proposal.verdict"));
  }
}
