package io.enforcement.gateway.routes.conversation;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What it means that partners have taken a document. */
final class Deliveries {

  private static final String EACH = "each";

  private Deliveries() {}

  /**
   * One document for each partner that has taken it and has a duty, and one when all have taken it
   * to whom it was sent.
   *
   * @param duties by partner
   */
  static Stream<Document> of(
      Document document,
      Stream<Reckoning.Receipt> receipts,
      Function<String, Optional<String>> duties) {
    List<Reckoning.Receipt> sent = receipts.toList();
    Stream<Document> taken =
        sent.stream()
            .filter(receipt -> receipt.at() != null)
            .flatMap(
                receipt ->
                    duties.apply(receipt.receiver()).stream()
                        .map(duty -> Document.delivered(document, duty, receipt.at())));
    return sent.stream().allMatch(receipt -> receipt.at() != null)
        ? Stream.concat(taken, Stream.of(Document.delivered(document, EACH, last(document, sent))))
        : taken;
  }

  /** What nobody was sent has reached everybody when it arrives. */
  private static Moment last(Document document, List<Reckoning.Receipt> sent) {
    return sent.stream()
        .map(Reckoning.Receipt::at)
        .max(Moment.ORDER)
        .orElseGet(() -> Moment.of(document.arrivedAt()));
  }
}
