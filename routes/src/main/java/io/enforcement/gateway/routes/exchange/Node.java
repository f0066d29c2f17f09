package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.store.NodeStore;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This process as the store knows it: an epoch that beats as long as the process lives. */
@Component
public class Node {

  private static final Duration LIFE = Duration.ofSeconds(15);

  private final NodeStore store;
  private final long epoch;

  Node(NodeStore store, @Value("${gateway.database.url:}") String externalDatabase) {
    this.store = store;
    this.epoch = store.begin(LIFE);
    if (externalDatabase.isBlank()) {
      // The embedded database has one user: whoever had it before us is gone.
      store.endOthers(epoch);
    }
  }

  /** The fencing number of everything this process claims. */
  public long epoch() {
    return epoch;
  }

  @Scheduled(fixedDelay = 5000)
  void beat() {
    store.beat(epoch, LIFE);
  }

  @PreDestroy
  void end() {
    store.end(epoch);
  }
}
