package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.TreeStore.Proposal;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.LogStatement;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a new log after a {@link Fork}: one person names the head of the old one, another approves.
 * The new log covers all that the database holds, and begins with the next start. What was lost or
 * altered stays known by the statement, which names the old head. Thread-safe.
 */
public final class NewLog {

  private static final Duration STANDS = Duration.ofDays(1);

  private final AuditLog log;
  private final LogKey keys;
  private final TreeStore store;
  private final CheckpointFiles files;
  private final Archives archives;
  private final AuditWatch watch;
  private final TransactionTemplate transaction;
  private final AuditTrail trail;

  NewLog(
      AuditLog log,
      LogKey keys,
      TreeStore store,
      CheckpointFiles files,
      Archives archives,
      AuditWatch watch,
      TransactionTemplate transaction,
      AuditTrail trail) {
    this.log = log;
    this.keys = keys;
    this.store = store;
    this.files = files;
    this.archives = archives;
    this.watch = watch;
    this.transaction = transaction;
    this.trail = trail;
  }

  /**
   * How the log stands.
   *
   * @param size leaves of the last checkpoint that lies outside the database
   * @param root of it, base64
   * @param leaves that the database holds
   */
  public record Standing(String origin, boolean forked, long size, String root, long leaves) {}

  /**
   * What came of a step.
   *
   * @param problem why it was not taken; null when it was
   */
  public record Outcome(String problem) {}

  public Standing standing() {
    Checkpoint head = head().orElse(new Checkpoint(log.origin(), 0, log.hash().empty()));
    return new Standing(log.origin(), watch.isForked(), head.size(), root(head), store.size());
  }

  /**
   * Proposes a new log.
   *
   * @param size of the old head, as {@link #standing} shows it
   * @param root of the old head
   * @param reason one line, nothing about persons
   */
  public Outcome propose(long size, String root, String reason, String person) {
    Standing standing = standing();
    if (!standing.forked()) {
      return new Outcome("the log has not forked");
    }
    if (standing.size() != size || !standing.root().equals(root)) {
      return new Outcome("this is not the head of the log");
    }
    transaction.executeWithoutResult(
        status -> {
          store.propose(new Proposal(size + " " + root, reason, person));
          tell(person, "proposed after " + size + " " + root);
        });
    return new Outcome(null);
  }

  /** Approves what somebody else proposed within a day; the gateway has to be started anew then. */
  public Outcome approve(String person) {
    Optional<Proposal> proposal = store.proposal(STANDS);
    Optional<Checkpoint> head = head();
    if (!watch.isForked() || proposal.isEmpty() || head.isEmpty()) {
      return new Outcome("nothing is proposed");
    }
    if (proposal.get().person().equals(person)) {
      return new Outcome("whoever proposed it cannot approve it");
    }
    if (!proposal.get().head().equals(head.get().size() + " " + root(head.get()))) {
      return new Outcome("the head is not the one that was named");
    }
    Result found =
        new TrailCheck(
                log.hash(),
                log.keys(),
                subtree -> true,
                new GrowingTree(log.hash()),
                archives.archived())
            .against(List.of(), new TrailReader(log, store).leaves());
    if (!found.isGood()) {
      return new Outcome(
          "restore a backup that is whole first; position "
              + found.badPosition()
              + ": "
              + found.problem());
    }
    open(head.get(), proposal.get(), person);
    return new Outcome(null);
  }

  private void open(Checkpoint head, Proposal proposal, String person) {
    String origin = AuditLog.newOrigin(log.hash());
    int number = log.keys().number();
    SigningKey next = SigningKey.of(origin, keys.find(number).orElseThrow());
    String statement =
        SignedNote.sign(
            new LogStatement(
                    origin, store.size(), head, proposal.person(), person, proposal.reason())
                .text(),
            next,
            log.key());
    transaction.executeWithoutResult(
        status -> {
          store.open(
              new AuditLog.Row(
                  store.logs().size() + 1,
                  origin,
                  log.hash().word(),
                  next.verifyingKey().kind().word(),
                  next.verifyingKey().pem(),
                  number,
                  statement),
              proposal.person(),
              person);
          tell(person, "approved after " + head.size() + " " + root(head));
        });
    files.layOpening(statement);
  }

  private void tell(String person, String detail) {
    trail.append(AuditEvent.ofFile(Milestone.NEW_LOG, null, person, detail));
  }

  private Optional<Checkpoint> head() {
    return Stream.of(files.head(), files.latest())
        .flatMap(Optional::stream)
        .filter(note -> !log.followed(note))
        .map(log.keys()::checkpoint)
        .max(Comparator.comparingLong(Checkpoint::size));
  }

  private static String root(Checkpoint head) {
    return Base64.getEncoder().encodeToString(head.root());
  }
}
