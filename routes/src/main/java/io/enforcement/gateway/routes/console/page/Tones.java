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
              "COPIED",
              "CLOSED",
              "SIGNED_OFF",
              "HEALED"),
          "bad",
          List.of(
              "PARKED",
              "QUARANTINED",
              "OVERDUE",
              "SLOW",
              "WAITING_FOR_PEOPLE",
              "SENDER_HELD",
              "FAILED",
              "RECEIVER_PAUSED",
              "QUEUE_STALLED",
              "AUDIT_NOT_EXPORTED",
              "AUDIT_FORKED"),
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
              "DEAD_LETTERS_GROW",
              "DEAD_LETTERS_OLD",
              "ERROR_BUDGET",
              "DEADLINE_AT_RISK",
              "RECONCILIATION_OPEN",
              "PROVINCE_STUCK",
              "CERTIFICATE_EXPIRING",
              "AUDIT_ARCHIVE_FAILING",
              "UNMASK_SPIKE",
              "CHANNEL_SILENT",
              "UNROUTED",
              "RETRY_AT",
              "TRUNCATED",
              "DIFFERENT",
              "MISSING_HERE",
              "MISSING_THERE",
              "CONTENT_DIFFERS",
              "NO_STATEMENT"),
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
              "COMPARING",
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
