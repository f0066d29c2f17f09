package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.HazardNotice;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A sender of notices with one file each, now the file first and now the notice. Each is repeated
 * until it is answered, through every restart; an upload that was cut goes on where it was, or
 * begins anew.
 */
final class AttachmentSender implements Runnable {

  private static final String PATH = "/api/v1/exchanges/hazard-notice";
  private static final int SMALLEST = 1_000;
  private static final int LARGEST = 200_000;
  private static final int CREATED = 201;
  private static final int CONFLICT = 409;

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
    ledger.sending(id, digest);
    if (random.nextBoolean()) {
      bring(digest, file);
      post(id, digest, file.length);
    } else {
      post(id, digest, file.length);
      bring(digest, file);
    }
  }

  private void bring(String digest, byte[] file) throws InterruptedException {
    boolean resumes = random.nextBoolean();
    for (int status = 0; status != CREATED; ) {
      try {
        long from = resumes ? files.held(digest) : 0;
        int offset = from < file.length ? (int) from : 0;
        byte[] rest = Arrays.copyOfRange(file, offset, file.length);
        status = files.bring(digest, offset, rest, () -> watched(digest, rest));
      } catch (IOException killed) {
        status = 0;
      }
      if (status == CREATED) {
        ledger.uploaded(digest);
      } else if (status / 100 == 4 && status != CONFLICT && status != 408 && status != 429) {
        throw new IllegalStateException("a correct file was answered with " + status);
      } else {
        Pace.pause();
      }
    }
  }

  private void post(String id, String digest, int size) {
    byte[] body = HazardNotice.of(id, digest, size);
    while (true) {
      try {
        var headers = signature.headers("POST", PATH, body, id);
        HttpMessage answer = connection.exchange("POST", PATH, headers, body, () -> {});
        if (answer.status() / 100 == 2) {
          trigger.acknowledged();
          ledger.acknowledged(digest);
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

  /** Tells the trigger when half of the file, and when all of it, has been handed over. */
  private InputStream watched(String digest, byte[] file) {
    return new FilterInputStream(new ByteArrayInputStream(file)) {
      private int read;

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        boolean wasBefore = read < file.length / 2;
        read += Math.max(0, n);
        if (n < 0) {
          trigger.at(Moment.UPLOADED, digest);
        } else if (wasBefore && read >= file.length / 2) {
          trigger.at(Moment.UPLOADING, digest);
        }
        return n;
      }
    };
  }
}
