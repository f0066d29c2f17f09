package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.HazardNotice;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A sender of notices with one file each, now the file first and now the notice. Each is repeated
 * until it is answered, through every restart; of an upload that was cut it asks what is there, and
 * brings the rest.
 */
final class AttachmentSender implements Runnable {

  private static final String PATH = "/api/v1/exchanges/hazard-notice";
  private static final int SMALLEST = 1_000;
  private static final int LARGEST = 200_000;

  private final HttpConnection connection;
  private final AttachmentClient files;
  private final SignedRequest signature;
  private final AttachmentLedger ledger;
  private final Trigger trigger;
  private final Pace pace;
  private final Random random;
  private final BooleanSupplier goOn;
  private final int number;

  AttachmentSender(
      int port,
      int number,
      SignedRequest signature,
      AttachmentLedger ledger,
      Trigger trigger,
      Pace pace,
      long seed,
      BooleanSupplier goOn) {
    this.connection = new HttpConnection(port);
    this.files = new AttachmentClient(port, signature);
    this.number = number;
    this.signature = signature;
    this.ledger = ledger;
    this.trigger = trigger;
    this.pace = pace;
    this.random = new Random(seed);
    this.goOn = goOn;
  }

  @Override
  public void run() {
    try {
      for (int i = 1; goOn.getAsBoolean(); i++) {
        pace.take();
        send(i);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    connection.close();
  }

  private void send(int count) throws InterruptedException {
    byte[] file = new byte[SMALLEST + random.nextInt(LARGEST - SMALLEST)];
    random.nextBytes(file);
    String digest = AttachmentClient.digest(file);
    String id = number + "-" + count;
    ledger.note(FileFate.SENT, digest);
    if (random.nextBoolean()) {
      bring(digest, file);
      post(id, digest, file.length);
    } else {
      post(id, digest, file.length);
      bring(digest, file);
    }
  }

  private void bring(String digest, byte[] file) throws InterruptedException {
    boolean asks = random.nextBoolean();
    FileTransfer transfer = new FileTransfer(digest, file, files, ledger, trigger);
    while (!transfer.brought(asks)) {
      Pace.pause();
    }
    ledger.note(FileFate.UPLOADED, digest);
  }

  private void post(String id, String digest, int size) {
    byte[] body = HazardNotice.of(id, digest, size);
    while (true) {
      try {
        var headers = signature.headers("POST", PATH, body, id);
        HttpMessage answer = connection.exchange("POST", PATH, headers, body, () -> {});
        if (answer.status() / 100 == 2) {
          trigger.acknowledged();
          ledger.note(FileFate.ACKNOWLEDGED, digest);
          return;
        }
        if (answer.status() / 100 == 4 && answer.status() != 429) {
          throw new IllegalStateException("a correct notice was answered with " + answer.status());
        }
      } catch (IOException killed) {
        // The same again, once it is back.
      }
      Pace.pause();
    }
  }
}
