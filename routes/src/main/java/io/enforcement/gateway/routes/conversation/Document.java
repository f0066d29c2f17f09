package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One record of a conversation, or the fact that a partner has taken one. Used by one thread.
 *
 * @see Fields what can be read from it
 */
final class Document {

  /** Begins the type of what says that a partner has taken a record; the partner's duty follows. */
  static final String DELIVERED = "delivered:";

  private static final String ARRIVAL = "arrival";

  private final UUID recordId;
  private final String identity;
  private final String type;
  private final Content content;
  private final Document about;
  private final Instant arrivedAt;
  private final Moment day;

  private Document(
      UUID recordId,
      String identity,
      String type,
      Content content,
      Document about,
      Instant arrivedAt,
      Moment day) {
    this.recordId = recordId;
    this.identity = identity;
    this.type = type;
    this.content = content;
    this.about = about;
    this.arrivedAt = arrivedAt;
    this.day = day;
  }

  /**
   * @param kind says by which day it takes its place
   * @param identity the same for all revisions of one act
   */
  static Document of(
      Kind kind, UUID recordId, String identity, Content content, Instant arrivedAt) {
    StandardRecord record = content.record();
    String type = record.getClass().getSimpleName();
    Moment day =
        days(kind, type)
            .flatMap(path -> Fields.moment(record, path).stream())
            .findFirst()
            .orElse(Moment.of(arrivedAt));
    return new Document(recordId, identity, type, content, null, arrivedAt, day);
  }

  private static Stream<String> days(Kind kind, String type) {
    List<String> own = kind.days().get(type);
    return own == null ? Dictionary.v1().record(type).map(RecordType::day).stream() : own.stream();
  }

  /** Says that a partner with this duty has taken the record. */
  static Document delivered(Document about, String duty, Moment at) {
    String type = DELIVERED + duty;
    return new Document(
        null, about.identity() + " " + type, type, null, about, at.at().toInstant(), at);
  }

  UUID recordId() {
    return recordId;
  }

  String identity() {
    return identity;
  }

  String type() {
    return type;
  }

  /** Null for a delivery. */
  StandardRecord record() {
    return content == null ? null : content.record();
  }

  /** The length of the record as XML; none for a delivery. */
  int bytes() {
    return content == null ? 0 : content.bytes();
  }

  Instant arrivedAt() {
    return arrivedAt;
  }

  /** When what it tells happened. */
  Moment day() {
    return day;
  }

  /** Whether it is as it was first told. */
  boolean isFirst() {
    return record().getRevision() == 1;
  }

  boolean isDelivery() {
    return about != null;
  }

  /** The document itself, or the one that was delivered. */
  Document told() {
    return about == null ? this : about;
  }

  /** A key for each party that it names. */
  Set<String> parties() {
    return content == null ? Set.of() : content.parties();
  }

  /** Whether this is a delivery of another document than that one, of the same type. */
  boolean deliversAnother(Document document) {
    return about != null
        && about.type().equals(document.type())
        && !about.identity().equals(document.identity());
  }

  /** Whether with this delivery all such documents of its type are taken, as far as they acted. */
  boolean completes(Collection<Document> acted, Selector which) {
    return acted.stream()
        .filter(document -> deliversAnother(document) && document.matches(which))
        .allMatch(
            document ->
                acted.stream()
                    .filter(delivery -> delivery.type().equals(type))
                    .anyMatch(delivery -> delivery.told().identity().equals(document.identity())));
  }

  boolean matches(Selector selector) {
    return selector.matches(
        content == null ? Map.of("recordType", about.type()) : content.properties());
  }

  /**
   * @param list path of a list of parts, one of which must match; null when the document must
   */
  boolean matches(String list, Selector selector) {
    return list == null ? matches(selector) : !parts(list, selector).isEmpty();
  }

  /** What matches: the record itself, or those parts of its list. */
  List<Object> parts(String list, Selector selector) {
    if (list == null) {
      return matches(selector) ? List.of(record()) : List.of();
    }
    return Fields.list(record(), list).stream()
        .filter(part -> selector.matches(Fields.codes(part)))
        .toList();
  }

  /**
   * Whether this stands in that place of the record.
   *
   * @param value null for nothing
   */
  boolean says(String path, String value) {
    return content != null && Fields.text(record(), path).equals(Optional.ofNullable(value));
  }

  /**
   * Whether an earlier record of this type says something else there.
   *
   * @param within so many days before this one at most; null for any time
   */
  boolean differs(Collection<Document> acted, String path, Integer within) {
    return acted.stream()
        .filter(document -> document.type().equals(type) && !document.isDelivery())
        .filter(
            document -> within == null || !document.day.day().isBefore(day.day().minusDays(within)))
        .anyMatch(
            document -> !Fields.text(document.record(), path).equals(Fields.text(record(), path)));
  }

  /** The first of these dates that the record has; {@code arrival} is one too. */
  Optional<Moment> moment(List<String> paths) {
    return paths.stream().flatMap(path -> moment(path).stream()).findFirst();
  }

  private Optional<Moment> moment(String path) {
    if (path.equals(ARRIVAL) || content == null) {
      return Optional.of(Moment.of(arrivedAt));
    }
    return Fields.moment(record(), path);
  }
}
