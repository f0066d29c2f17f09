package io.enforcement.gateway.routes.sandbox.traffic;

import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes down what the housing department posts in one run. Used by one thread, once. */
final class HousingScript {

  private static final int DECISIONS = 224;
  private static final int OVERDUE_DAYS = 35;
  private static final String[] REVOCATION_KINDS = {"撤销", "变更", "确认违法", "确认无效", "撤销", "撤销"};

  private final Decisions decisions;
  private final LocalDate today;
  private final String prefix;
  private final List<Message> messages = new ArrayList<>();
  private final List<Message> revocations = new ArrayList<>();
  private final Map<String, String> subjects = new LinkedHashMap<>();
  private int count;

  HousingScript(Decisions decisions, LocalDate today, String prefix) {
    this.decisions = decisions;
    this.today = today;
    this.prefix = prefix;
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  List<Message> revocations() {
    return List.copyOf(revocations);
  }

  Map<String, String> subjects() {
    return Map.copyOf(subjects);
  }

  void write() {
    List<WrongMessages.Wrong> wrong = new WrongMessages(decisions, today).all();
    for (int i = 0; i < DECISIONS; i++) {
      ordinary(i);
      // Mistakes lie between the right ones, as in life.
      if (i % 8 == 5 && i / 8 < wrong.size()) {
        wrong(wrong.get(i / 8));
      }
    }
    overdue();
  }

  private void ordinary(int i) {
    Decision decision = i % 70 == 69 ? decisions.next(1, true) : decisions.next();
    Message message = add(decision, Fate.ACCEPTED, "decision");
    know(decision, i % 60 == 17);
    if (i % 25 == 3) {
      add(message.key(), message.lane(), message.body(), Fate.DUPLICATE, "sent-twice");
    }
    if (i % 35 == 8) {
      add(nextKey(), message.lane(), message.body(), Fate.DUPLICATE, "other-key");
    }
    if (i % 28 == 11 && decision.fine() != null) {
      add(decision.revised(decisions.fine(decision.simple())), Fate.ACCEPTED, "revision");
    }
    if (i == 100) {
      byte[] other = HousingJson.bytes(HousingJson.decision(decisions.next()));
      add(message.key(), message.lane(), other, Fate.REFUSED, "key-in-use");
    }
    if (i % 37 == 20 && revocations.size() < REVOCATION_KINDS.length) {
      revoke(decision);
    }
  }

  /** The register knows every legal person; a few have changed their name since. */
  private void know(Decision decision, boolean renamed) {
    for (Party party : decision.parties()) {
      if (party.kind() != Party.Kind.PERSON) {
        subjects.put(
            party.code(), renamed ? party.name().replace("有限公司", "集团公司") + "(原)" : party.name());
      }
    }
  }

  /** Two decisions that come too late for the credit platform: taken by us, rejected there. */
  private void overdue() {
    for (int i = 0; i < 2; i++) {
      add(decisions.next(1, false).on(today.minusDays(OVERDUE_DAYS + i)), Fate.ACCEPTED, "overdue");
    }
  }

  private void revoke(Decision decision) {
    String kind = REVOCATION_KINDS[revocations.size()];
    byte[] body = HousingJson.bytes(HousingJson.revocation(decision, today.minusDays(1), kind));
    revocations.add(
        new Message(
            nextKey(),
            "revocation",
            "application/json",
            HousingJson.caseNumber(decision),
            body,
            Fate.ACCEPTED,
            "revocation"));
  }

  private void wrong(WrongMessages.Wrong wrong) {
    messages.add(
        new Message(
            nextKey(),
            wrong.exchange(),
            wrong.contentType(),
            wrong.kind(),
            wrong.body(),
            Fate.REFUSED,
            wrong.kind()));
  }

  private Message add(Decision decision, Fate fate, String story) {
    byte[] body = HousingJson.bytes(HousingJson.decision(decision));
    return add(nextKey(), HousingJson.caseNumber(decision), body, fate, story);
  }

  private Message add(String key, String lane, byte[] body, Fate fate, String story) {
    Message message =
        new Message(key, "penalty-decision", "application/json", lane, body, fate, story);
    messages.add(message);
    return message;
  }

  private String nextKey() {
    return "%s%06d".formatted(prefix, ++count);
  }

  /** A single decision as a message of its own. */
  static Message message(String prefix, Decision decision) {
    return new Message(
        prefix + decision.serial(),
        "penalty-decision",
        "application/json",
        HousingJson.caseNumber(decision),
        HousingJson.bytes(HousingJson.decision(decision)),
        Fate.ACCEPTED,
        "decision");
  }
}
