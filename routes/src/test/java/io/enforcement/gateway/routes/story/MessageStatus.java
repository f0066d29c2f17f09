package io.enforcement.gateway.routes.story;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the status URL of one message tells. */
record MessageStatus(JsonNode json) {

  String state() {
    return json.path("state").asString("");
  }

  /** States of the parts, receipts apart, in their order. */
  List<String> records() {
    return parts().map(r -> r.path("state").asString("")).toList();
  }

  /** {@code rule path valueClass} of every finding of every part. */
  List<String> findings() {
    return parts()
        .flatMap(r -> stream(r.path("findings")))
        .map(f -> text(f, "rule") + " " + text(f, "path") + " " + text(f, "valueClass"))
        .toList();
  }

  /** {@code stage cause} of everything that waits for people. */
  List<String> waiting() {
    return stream(json.path("waiting"))
        .map(w -> text(w, "stage") + " " + text(w, "cause"))
        .toList();
  }

  /** The findings' texts for people. */
  List<String> advice() {
    return parts()
        .flatMap(r -> stream(r.path("findings")))
        .flatMap(f -> Stream.of(text(f, "expected"), text(f, "fix")))
        .toList();
  }

  /** Receivers that have, or are to have, this message's records. */
  List<String> receivers() {
    return deliveries().map(d -> text(d, "receiver")).distinct().sorted().toList();
  }

  String delivery(String receiver) {
    return text(to(receiver), "state");
  }

  int attempts(String receiver) {
    return to(receiver).path("attempts").asInt(0);
  }

  String key(String receiver) {
    return text(to(receiver), "deliveryKey");
  }

  List<String> keys(String receiver) {
    return deliveries()
        .filter(d -> text(d, "receiver").equals(receiver))
        .map(d -> text(d, "deliveryKey"))
        .toList();
  }

  List<String> deliveries(String receiver) {
    return deliveries()
        .filter(d -> text(d, "receiver").equals(receiver))
        .map(d -> text(d, "state"))
        .toList();
  }

  String rejection(String receiver) {
    return text(to(receiver), "rejection");
  }

  /** When the receiver's business system has accepted it; empty while it said nothing. */
  String acceptedAt(String receiver) {
    return text(to(receiver), "acceptedAt");
  }

  /** The milestones of the message itself and of its parts, in order. */
  List<String> trail() {
    return milestones()
        .filter(m -> text(m, "deliveryKey").isEmpty())
        .map(m -> text(m, "milestone"))
        .toList();
  }

  /** The milestones of the one delivery to a receiver, in order. */
  List<String> trail(String receiver) {
    String key = key(receiver);
    return milestones()
        .filter(m -> text(m, "deliveryKey").equals(key))
        .map(m -> text(m, "milestone"))
        .toList();
  }

  /** Who caused a milestone. */
  String actor(String milestone) {
    return of(milestone, "actor");
  }

  /** What a milestone says besides. */
  String detail(String milestone) {
    return of(milestone, "detail");
  }

  private String of(String milestone, String field) {
    return milestones()
        .filter(m -> text(m, "milestone").equals(milestone))
        .map(m -> text(m, field))
        .findFirst()
        .orElse("");
  }

  private JsonNode to(String receiver) {
    return deliveries()
        .filter(d -> text(d, "receiver").equals(receiver))
        .findFirst()
        .orElse(json.path("nothing"));
  }

  private Stream<JsonNode> parts() {
    return stream(json.path("records")).filter(r -> !text(r, "kind").equals("Receipt"));
  }

  private Stream<JsonNode> deliveries() {
    return stream(json.path("records")).flatMap(r -> stream(r.path("deliveries")));
  }

  private Stream<JsonNode> milestones() {
    return stream(json.path("milestones"));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
