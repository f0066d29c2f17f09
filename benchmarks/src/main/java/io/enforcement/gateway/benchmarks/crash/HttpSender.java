package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.HousingDecision;
import io.enforcement.gateway.benchmarks.traffic.Numbered;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sender over HTTP. It works case by case, two decisions with two revisions each, and sends the
 * next only when it holds the receipt of the one before. Without an answer it repeats the same
 * bytes with the same key, through every restart, until it has one. Some messages it sends twice,
 * some are wrong.
 */
final class HttpSender implements Runnable {

  private static final String PATH = "/api/v1/exchanges/penalty-decision";
  private static final int DECISIONS = 2;
  private static final int REVISIONS = 2;
  private static final int ONE_IN_TWICE = 20;
  private static final int ONE_IN_WRONG = 33;

  private final HttpConnection connection;
  private final SignedRequest signature;
  private final SenderLedger ledger;
  private final Trigger trigger;
  private final Pace pace;
  private final AtomicInteger cases;
  private final Random random;
  private final BooleanSupplier goOn;

  HttpSender(
      int port,
      SignedRequest signature,
      SenderLedger ledger,
      Trigger trigger,
      Pace pace,
      AtomicInteger cases,
      long seed,
      BooleanSupplier goOn) {
    this.connection = new HttpConnection(port);
    this.signature = signature;
    this.ledger = ledger;
    this.trigger = trigger;
    this.pace = pace;
    this.cases = cases;
    this.random = new Random(seed);
    this.goOn = goOn;
  }

  /** How the receivers name a record. */
  static String recordId(String caseNumber, String decisionNumber, int revision) {
    return caseNumber + "|" + decisionNumber + "|" + revision;
  }

  @Override
  public void run() {
    while (goOn.getAsBoolean()) {
      if (random.nextInt(ONE_IN_WRONG) == 0) {
        wrongCase(cases.incrementAndGet());
      }
      fullCase(cases.incrementAndGet());
    }
    connection.close();
  }

  private void fullCase(int number) {
    String caseNumber = Numbered.caseNumber(number);
    int ordinal = 0;
    for (int decision = 1; decision <= DECISIONS; decision++) {
      String decisionNumber = decisionNumber(number, decision);
      for (int revision = 1; revision <= REVISIONS; revision++) {
        pace.take();
        String id = recordId(caseNumber, decisionNumber, revision);
        ledger.sending(id, caseNumber, ++ordinal, false);
        byte[] body = HousingDecision.of(caseNumber, decisionNumber, revision);
        send(id, "case-" + number + "-" + ordinal, body);
      }
    }
  }

  private static String decisionNumber(int number, int decision) {
    return String.format("测建罚决字〔2026〕第%08d%d号", number, decision);
  }

  private void send(String id, String key, byte[] body) {
    HttpMessage first = untilAnswered(key, body);
    if (first.status() / 100 != 2) {
      throw new IllegalStateException("a correct message was answered with " + first.status());
    }
    trigger.acknowledged();
    JsonNode receipt = JsonMapper.shared().readTree(first.body());
    ledger.acknowledged(id, receipt.path("messageId").asString());
    if (!receipt.path("digest").asString().equals(AttachmentClient.digest(body))) {
      ledger.falseReceipt(id);
    }
    trigger.at(Moment.TRANSLATION, id);
    if (random.nextInt(ONE_IN_TWICE) == 0) {
      HttpMessage again = untilAnswered(key, body);
      ledger.repeated(id, again.status() == 200 && Arrays.equals(first.body(), again.body()));
    }
  }

  /** A body that ends in its middle, under a key of its own: refused at the door. */
  private void wrongCase(int number) {
    String caseNumber = Numbered.caseNumber(number);
    String decisionNumber = decisionNumber(number, 1);
    ledger.sending(recordId(caseNumber, decisionNumber, 1), caseNumber, 1, true);
    byte[] body = HousingDecision.of(caseNumber, decisionNumber, 1);
    untilAnswered("wrong-" + number, Arrays.copyOf(body, body.length - 200));
  }

  private HttpMessage untilAnswered(String key, byte[] body) {
    while (true) {
      try {
        var headers = signature.headers("POST", PATH, body, key);
        HttpMessage answer =
            connection.exchange("POST", PATH, headers, body, () -> trigger.at(Moment.INTAKE, key));
        if (answer.status() != 429 && answer.status() / 100 != 5) {
          return answer;
        }
      } catch (IOException killed) {
        // The same again, once it is back: that is what the key is for.
      }
      Pace.pause();
    }
  }
}
