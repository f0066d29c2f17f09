package io.enforcement.gateway.routes.outbox;

import io.enforcement.gateway.routes.exchange.Outbox.Item;
import io.enforcement.gateway.routes.store.Sha256;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What one request gets.
 *
 * @param items each to be acknowledged
 * @param next cursor behind these items, for {@code after}; null as long as nothing was given
 */
record Listing(List<ItemView> items, UUID next) {

  /**
   * One delivery.
   *
   * @param deliveryKey the same whenever it is given again
   * @param digest {@code sha256:} and hexadecimal digits, of the content
   * @param content base64 in JSON
   */
  record ItemView(
      UUID deliveryKey, String exchange, String contentType, String digest, byte[] content) {}

  static Listing of(List<Item> items, UUID after) {
    // Keys are ordered by time, and as text just as in the database.
    UUID next =
        Stream.concat(Stream.ofNullable(after), items.stream().map(Item::key))
            .max(Comparator.comparing(UUID::toString))
            .orElse(null);
    return new Listing(items.stream().map(Listing::view).toList(), next);
  }

  private static ItemView view(Item item) {
    String digest = "sha256:" + HexFormat.of().formatHex(Sha256.of(item.content()));
    return new ItemView(item.key(), item.exchange(), item.contentType(), digest, item.content());
  }
}
