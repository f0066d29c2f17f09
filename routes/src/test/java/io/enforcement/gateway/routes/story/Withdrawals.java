package io.enforcement.gateway.routes.story;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Who still has to take down a decision that fell, as the conversation of its revocation tells. */
final class Withdrawals {

  private final JsonNode whole;

  private Withdrawals(JsonNode whole) {
    this.whole = whole;
  }

  /** As it stands now; fails while nobody follows the revocation yet. */
  static Withdrawals of(StoryGateway gateway, Reply revocation) {
    JsonNode all =
        gateway.operator().reads("/api/v1/conversations?message=" + revocation.messageId()).json();
    String id =
        StreamSupport.stream(all.spliterator(), false)
            .filter(c -> c.path("kind").asString().equals("revocation"))
            .map(c -> c.path("id").asString())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no revocation"));
    return new Withdrawals(gateway.operator().reads("/api/v1/conversations/" + id).json());
  }

  String conversation() {
    return whole.path("conversation").path("id").asString();
  }

  String state() {
    return whole.path("conversation").path("state").asString();
  }

  boolean ended() {
    return whole.path("conversation").path("ended").asBoolean();
  }

  /** {@code receiver STATE}, and {@code by hand} where a person must tell it, in order. */
  List<String> told() {
    return deadlines()
        .map(
            d ->
                d.path("ownerName").asString()
                    + " "
                    + d.path("state").asString()
                    + (d.path("byHand").asBoolean() ? " by hand" : ""))
        .sorted()
        .toList();
  }

  /** The deadline of one receiver. */
  String deadline(String receiver) {
    return deadlines()
        .filter(d -> d.path("ownerName").asString().equals(receiver))
        .map(d -> d.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private Stream<JsonNode> deadlines() {
    return StreamSupport.stream(whole.path("deadlines").spliterator(), false)
        .filter(d -> d.path("rule").asString().equals("P10"));
  }
}
