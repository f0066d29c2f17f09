package io.enforcement.gateway.routes.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The records that deliveries carry, read from their XML once for all receivers: these mostly come
 * within the same second. A record never changes once it is kept, and translators only look at it.
 * Thread-safe.
 */
@Component
class Records {

  /** Of XML; the objects take some times as much. */
  private static final int BYTES = 4 << 20;

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Cache<UUID, Entry> read =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((UUID id, Entry entry) -> entry.bytes())
          .expireAfterWrite(KEPT)
          .build();

  private record Entry(StandardRecord record, int bytes) {}

  StandardRecord of(DueDelivery due) {
    byte[] xml = due.record();
    return read.get(due.recordId(), id -> new Entry(StandardXml.read(xml), xml.length)).record();
  }
}
