package io.enforcement.gateway.routes.sandbox.farside;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bytes of what came last, by key: a ledger keeps digests only, and whoever compares documents
 * needs them whole. The oldest go first. Safe for several threads.
 */
final class Arrivals {

  private static final int MOST = 200;

  private final Map<String, byte[]> byKey =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MOST;
        }
      };

  synchronized void keep(String key, byte[] body) {
    byKey.putIfAbsent(key, body.clone());
  }

  synchronized Optional<byte[]> of(String key) {
    return Optional.ofNullable(byKey.get(key)).map(byte[]::clone);
  }
}
