package io.enforcement.gateway.routes.audit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import io.enforcement.gateway.routes.audit.Evidence.Proven;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.TreeStore.Published;
import io.enforcement.gateway.routes.audit.tree.MerkleTree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers the evidence of one message. Thread-safe. */
@Component
public class Evidences {

  private final AuditLog log;
  private final TreeStore store;
  private final Archives archives;

  Evidences(AuditLog log, TreeStore store, Archives archives) {
    this.log = log;
    this.store = store;
    this.archives = archives;
  }

  /**
   * The evidence of a message as of the latest checkpoint. Of events that are not on line any more
   * the archive files are read, which takes seconds for each.
   *
   * @return empty as long as no checkpoint covers any event of it
   */
  public Optional<Evidence> of(UUID messageId) {
    return store.latestPublished().flatMap(published -> of(messageId, published));
  }

  /**
   * An event that an archive file holds.
   *
   * @param position in the trail
   */
  public record Archived(long position, StoredEvent event) {}

  /**
   * What happened to a message in months that are not on line any more, oldest first, as far as
   * their files lie here; reading one takes seconds. Nothing for a message that is younger.
   */
  public List<Archived> archived(UUID messageId) {
    return archives.eventsOf(messageId).stream()
        .map(leaf -> new Archived(leaf.position(), leaf.event()))
        .toList();
  }

  private Optional<Evidence> of(UUID messageId, Published published) {
    List<Leaf> all =
        Stream.concat(archives.eventsOf(messageId).stream(), store.leavesOf(messageId).stream())
            .collect(
                collectingAndThen(
                    toMap(
                        leaf -> leaf.event().id(),
                        identity(),
                        (archived, online) -> online,
                        TreeMap::new),
                    byNumber -> List.copyOf(byNumber.values())));
    MerkleTree tree = new MerkleTree(log.hash(), store, published.size());
    List<Proven> proven =
        all.stream()
            .filter(leaf -> leaf.hash() != null && leaf.position() < published.size())
            .sorted(Comparator.comparingLong(Leaf::position))
            .map(
                leaf ->
                    new Proven(
                        leaf.position(),
                        tree.inclusion(leaf.position()),
                        EventText.of(leaf.event())))
            .toList();
    return proven.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Evidence(
                Evidence.FORM,
                messageId,
                LogText.of(log),
                published.note(),
                proven,
                all.size() - proven.size()));
  }
}
