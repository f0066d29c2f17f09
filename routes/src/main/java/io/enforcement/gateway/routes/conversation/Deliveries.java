package io.enforcement.gateway.routes.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
   * those must, too, that were told of what it takes back, by a guest of the conversation. Whom the
   * document itself is not sent confirms by taking a later revision of that guest, or another one
   * of its type that tells what happened since.
   *
   * @param rules of its kind
   */
  static List<Reckoning.Receipt> owed(
      Conversation conversation, Collection<DeadlineRule> rules, List<Reckoning.Receipt> receipts) {
    Set<String> types = conversation.kind().guests();
    Set<String> confirmed =
        rules.stream()
            .filter(DeadlineRule::owedByEach)
            .map(DeadlineRule::trigger)
            .collect(Collectors.toSet());
    List<Document> guests =
        conversation.documents().stream().filter(d -> types.contains(d.type())).toList();
    List<Reckoning.Receipt> all = new ArrayList<>(receipts);
    conversation.documents().stream()
        .filter(document -> confirmed.contains(document.type()))
        .forEach(letter -> all.addAll(besides(letter, told(letter, guests, receipts))));
    return all;
  }

  /** What others than the receivers of the letter were told of what it takes back. */
  private static Stream<Telling> told(
      Document letter, List<Document> guests, List<Reckoning.Receipt> receipts) {
    Set<String> sent =
        receipts.stream()
            .filter(receipt -> receipt.document().equals(letter.identity()))
            .map(Reckoning.Receipt::receiver)
            .collect(Collectors.toSet());
    return guests.stream()
        .flatMap(
            guest ->
                receipts.stream()
                    .filter(receipt -> receipt.document().equals(guest.identity()))
                    .filter(receipt -> !sent.contains(receipt.receiver()))
                    .map(receipt -> new Telling(guest, receipt)));
  }

  /** One receipt for each receiver that has something to confirm. */
  private static List<Reckoning.Receipt> besides(Document letter, Stream<Telling> told) {
    List<Reckoning.Receipt> besides = new ArrayList<>();
    told.collect(Collectors.groupingBy(Telling::receiver, TreeMap::new, Collectors.toList()))
        .forEach(
            (receiver, its) -> {
              List<Telling> owing = its.stream().filter(each -> each.owes(letter, its)).toList();
              if (!owing.isEmpty()) {
                List<Optional<Moment>> ends =
                    owing.stream().map(each -> each.confirmed(letter, its)).toList();
                Moment at =
                    ends.stream().allMatch(Optional::isPresent)
                        ? ends.stream().map(Optional::get).max(Moment.ORDER).orElseThrow()
                        : null;
                besides.add(new Reckoning.Receipt(letter.identity(), receiver, at));
              }
            });
    return besides;
  }

  /** That a receiver was told of what a letter takes back, or of what came of it since. */
  private record Telling(Document guest, Reckoning.Receipt receipt) {

    String receiver() {
      return receipt.receiver();
    }

    /** Of a later revision the one before it may have been taken. */
    boolean owes(Document letter, Collection<Telling> all) {
      return (receipt.at() != null || !guest.isFirst()) && !tellsWhatCameSince(letter, all);
    }

    private boolean tellsWhatCameSince(Document letter, Collection<Telling> all) {
      return !guest.day().before(letter.day())
          && all.stream()
              .anyMatch(
                  each ->
                      each.guest.type().equals(guest.type())
                          && each.guest.day().before(letter.day()));
    }

    Optional<Moment> confirmed(Document letter, Collection<Telling> all) {
      return all.stream()
          .filter(
              each ->
                  each == this
                      ? !guest.isFirst()
                      : each.guest.type().equals(guest.type())
                          && each.tellsWhatCameSince(letter, all))
          .map(each -> each.receipt.at())
          .filter(at -> at != null && !at.before(letter.day()))
          .min(Moment.ORDER);
    }
  }

  /** What nobody was sent has reached everybody when it arrives. */
  private static Moment last(Document document, List<Reckoning.Receipt> sent) {
    return sent.stream()
        .map(Reckoning.Receipt::at)
        .max(Moment.ORDER)
        .orElseGet(() -> Moment.of(document.arrivedAt()));
  }
}
