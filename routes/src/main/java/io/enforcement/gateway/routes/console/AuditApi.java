package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.audit.Archives;
import io.enforcement.gateway.routes.audit.Archives.Outcome;
import io.enforcement.gateway.routes.audit.Evidence;
import io.enforcement.gateway.routes.audit.Evidences;
import io.enforcement.gateway.routes.audit.KeyRotation;
import io.enforcement.gateway.routes.audit.KeyRotation.Turned;
import io.enforcement.gateway.routes.audit.NewLog;
import io.enforcement.gateway.routes.audit.NewLog.Standing;
import io.enforcement.gateway.routes.audit.WholeTrail;
import io.enforcement.gateway.routes.audit.WholeTrail.Verdict;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.MessageViews;
import io.enforcement.gateway.routes.store.TrailViews;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit trail for those who check it. The rights stand with the security chains; evidence of a
 * message gets who may know of the message.
 */
@RestController
public class AuditApi {

  /** So many actions make a page. */
  private static final int PAGE = 100;

  private final Evidences evidences;
  private final WholeTrail trail;
  private final Archives archives;
  private final KeyRotation keys;
  private final NewLog newLog;
  private final MessageViews messages;
  private final MessageReaders readers;
  private final TrailViews actions;
  private final JsonMapper json;

  AuditApi(
      Evidences evidences,
      WholeTrail trail,
      Archives archives,
      KeyRotation keys,
      NewLog newLog,
      MessageViews messages,
      MessageReaders readers,
      TrailViews actions,
      JsonMapper json) {
    this.evidences = evidences;
    this.trail = trail;
    this.archives = archives;
    this.keys = keys;
    this.newLog = newLog;
    this.messages = messages;
    this.readers = readers;
    this.actions = actions;
    this.json = json;
  }

  /** What happened to a message, with its proofs. There is none in its first two seconds. */
  @GetMapping("/api/v1/messages/{id}/evidence")
  public Evidence evidence(@PathVariable UUID id, Authentication caller) {
    return messages
        .find(id)
        .filter(head -> readers.mayRead(caller, head))
        .flatMap(head -> evidences.of(id))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /**
   * What people did, the latest first.
   *
   * @param before the {@code next} of the page before
   * @param actor of this person only
   */
  @GetMapping("/api/v1/audit/actions")
  public TrailViews.Page actions(
      @RequestParam(required = false) Long before, @RequestParam(required = false) String actor) {
    return actions.people(before, actor, PAGE);
  }

  /** Checks the whole trail; takes some seconds per million events. */
  @GetMapping("/api/v1/audit/verification")
  public Verdict verification() {
    return trail.verdict();
  }

  /** The whole trail, one document per line, for the verifier that is not ours. */
  @GetMapping("/api/v1/audit/trail")
  public void trail(HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
    for (Iterator<Object> lines = trail.lines(); lines.hasNext(); ) {
      out.write(json.writeValueAsBytes(lines.next()));
      out.write('\n');
    }
    out.flush();
  }

  /**
   * Archives the months whose time on line is over, and drops them.
   *
   * @param until the last month; absent: all that are due
   * @param dryRun to say only what would be done
   */
  @PostMapping("/api/v1/audit/archive")
  public Outcome archive(
      @RequestParam(required = false) YearMonth until,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Authentication person) {
    return archives.run(until, dryRun, person.getName());
  }

  /** Goes on with another key; the old one counts for what it signed. */
  @PostMapping("/api/v1/audit/key")
  public Turned rotate(Authentication person) {
    return keys.rotate(person.getName());
  }

  /** How the log stands: its head outside the database, and whether it forked. */
  @GetMapping("/api/v1/audit/head")
  public Standing head() {
    return newLog.standing();
  }

  /**
   * Proposes a new log in place of one that forked.
   *
   * @param size of the old head
   * @param root of the old head, base64
   * @param reason one line, nothing about persons
   */
  @PostMapping("/api/v1/audit/new-log")
  public NewLog.Outcome propose(
      @RequestParam long size,
      @RequestParam String root,
      @RequestParam String reason,
      Authentication person) {
    if (!reason.matches("[^\\p{Cntrl}]{1,200}")) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "reason", "request.reason");
    }
    return newLog.propose(size, root, reason, person.getName());
  }

  /** Approves what somebody else proposed; the gateway has to be started anew then. */
  @PostMapping("/api/v1/audit/new-log-approval")
  public NewLog.Outcome approve(Authentication person) {
    return newLog.approve(person.getName());
  }
}
