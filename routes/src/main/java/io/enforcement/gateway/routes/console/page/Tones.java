package io.enforcement.gateway.routes.console.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a status looks like: a picture and a colour beside its word. Immutable. */
public final class Tones {

  private static final Map<String, List<String>> STATES =
      Map.of(
          "good",
          List.of(
              "DELIVERED",
              "TRANSLATED",
              "ACCEPTED",
              "DONE",
              "MET",
              "FLOWING",
              "REPLAYED",
              "COPIED"),
          "bad",
          List.of(
              "PARKED",
              "QUARANTINED",
              "OVERDUE",
              "SLOW",
              "WAITING_FOR_PEOPLE",
              "SENDER_HELD",
              "FAILED",
              "RECEIVER_PAUSED"),
          "warn",
          List.of(
              "REFUSED",
              "REFUSED_BY_RECEIVER",
              "LATE",
              "SILENT",
              "STOPPED",
              "PAUSED",
              "PROPOSED",
              "PARTNER_SILENT",
              "DISK",
              "UNROUTED",
              "RETRY_AT",
              "TRUNCATED"),
          "doubt",
          List.of("IN_DOUBT", "DOUBTFUL"),
          "busy",
          List.of(
              "MAPPED",
              "RECEIVED",
              "READY",
              "ATTEMPTING",
              "AWAITING_FILES",
              "CONFIRMING",
              "REHEARSING",
              "RUNNING",
              "OPEN"));

  private static final Map<String, String> TONES = new HashMap<>();

  static {
    STATES.forEach((tone, states) -> states.forEach(state -> TONES.put(state, tone)));
  }

  Tones() {}

  /** The tone of a state: good, bad, warn, doubt, busy; or still, for what is over. */
  public String of(Object state) {
    return TONES.getOrDefault(String.valueOf(state), "still");
  }
}
