package io.enforcement.gateway.routes.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.NewRecord;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The records that deliveries carry. Most are delivered within a second of their translation: these
 * are kept as they were made; the others are read from their XML, once for all receivers. Both ways
 * give the same record; it never changes, and translators only look at it. Thread-safe.
 */
@Component
class Records {

  /** Of XML; the objects take some times as much. */
  private static final int BYTES = 16 << 20;

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Cache<UUID, Entry> known =
      Caffeine.newBuilder()
          .maximumWeight(BYTES)
          .weigher((UUID id, Entry entry) -> entry.bytes())
          .expireAfterWrite(KEPT)
          .build();

  private record Entry(StandardRecord record, int bytes) {}

  /** Keeps a record that is about to leave. */
  void keep(NewRecord record, StandardRecord content) {
    known.put(record.id(), new Entry(content, record.body().length));
  }

  StandardRecord of(DueDelivery due) {
    byte[] xml = due.record();
    return known.get(due.recordId(), id -> new Entry(StandardXml.read(xml), xml.length)).record();
  }
}
