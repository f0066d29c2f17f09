package io.enforcement.gateway.routes.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /**
   * These receipts, and those that are owed besides: where each receiver must confirm a document,
   * those must, too, that have taken what it takes back, a guest of the conversation. Whom the
   * document itself is not sent confirms by taking a later revision of that.
   *
   * @param rules of its kind
   */
  static List<Reckoning.Receipt> owed(
      Conversation conversation, Collection<DeadlineRule> rules, List<Reckoning.Receipt> receipts) {
    Set<String> guests = conversation.kind().guests();
    Set<String> confirmed =
        rules.stream()
            .filter(DeadlineRule::owedByEach)
            .map(DeadlineRule::trigger)
            .collect(Collectors.toSet());
    List<Document> takenBack =
        conversation.documents().stream().filter(d -> guests.contains(d.type())).toList();
    List<Reckoning.Receipt> all = new ArrayList<>(receipts);
    conversation.documents().stream()
        .filter(document -> confirmed.contains(document.type()))
        .forEach(letter -> takenBack.forEach(old -> owe(letter, old, receipts, all)));
    return all;
  }

  private static void owe(
      Document letter,
      Document old,
      List<Reckoning.Receipt> receipts,
      List<Reckoning.Receipt> all) {
    receipts.stream()
        .filter(receipt -> receipt.document().equals(old.identity()))
        .filter(receipt -> receipt.at() != null || !old.isFirst())
        .filter(
            receipt ->
                all.stream()
                    .noneMatch(
                        own ->
                            own.document().equals(letter.identity())
                                && own.receiver().equals(receipt.receiver())))
        .map(
            receipt ->
                new Reckoning.Receipt(
                    letter.identity(),
                    receipt.receiver(),
                    confirms(old, receipt, letter) ? receipt.at() : null))
        .forEach(all::add);
  }

  private static boolean confirms(Document old, Reckoning.Receipt receipt, Document letter) {
    return !old.isFirst() && receipt.at() != null && !receipt.at().before(letter.day());
  }

  /** What nobody was sent has reached everybody when it arrives. */
  private static Moment last(Document document, List<Reckoning.Receipt> sent) {
    return sent.stream()
        .map(Reckoning.Receipt::at)
        .max(Moment.ORDER)
        .orElseGet(() -> Moment.of(document.arrivedAt()));
  }
}
