package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.AttachmentClient.Held;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * One file on its way, over as many requests as it takes. After a cut it asks what is there,
 * believes it, and notes what the checker needs to judge the answer. Used by one thread; the bytes
 * are read by the client's.
 */
final class FileTransfer {

  private static final int CREATED = 201;
  private static final int UNPROCESSABLE = 422;
  private static final Set<Integer> COME_AGAIN = Set.of(408, 409, 429);

  private final String digest;
  private final byte[] file;
  private final AttachmentClient client;
  private final AttachmentLedger ledger;
  private final Trigger trigger;
  private volatile int left;
  private boolean cut;

  FileTransfer(
      String digest,
      byte[] file,
      AttachmentClient client,
      AttachmentLedger ledger,
      Trigger trigger) {
    this.digest = digest;
    this.file = file;
    this.client = client;
    this.ledger = ledger;
    this.trigger = trigger;
  }

  /**
   * Sends the file, or what is missing of it.
   *
   * @param asks whether it asks first what is there, also when nothing went wrong before
   * @return whether the gateway has said that it has the file
   */
  boolean brought(boolean asks) throws InterruptedException {
    Optional<Held> held = asks || cut ? held() : Optional.of(Held.NOTHING);
    if (held.isEmpty()) {
      return false;
    }
    if (held.get().whole()) {
      ledger.note(FileFate.FOUND_WHOLE, digest);
      return true;
    }
    boolean overstated = held.get().bytes() > left;
    if (overstated) {
      ledger.note(FileFate.OVERSTATED, digest);
    }
    return sent(overstated ? 0 : (int) held.get().bytes());
  }

  private Optional<Held> held() throws InterruptedException {
    try {
      return Optional.of(client.held(digest));
    } catch (IOException down) {
      return Optional.empty();
    }
  }

  private boolean sent(int offset) throws InterruptedException {
    byte[] rest = Arrays.copyOfRange(file, offset, file.length);
    int status;
    try {
      status = client.bring(digest, offset, rest, () -> watched(offset, rest));
    } catch (IOException killed) {
      ledger.note(FileFate.CUT, digest);
      cut = true;
      return false;
    }
    if (offset > 0 && status == CREATED) {
      ledger.note(FileFate.RESUMED, digest);
    } else if (offset > 0 && status == UNPROCESSABLE) {
      ledger.note(FileFate.NOT_RESUMABLE, digest);
    } else if (status / 100 == 4 && !COME_AGAIN.contains(status)) {
      throw new IllegalStateException("a correct file was answered with " + status);
    }
    return status == CREATED;
  }

  /** Tells the trigger when half of the bytes, and when all of them, have been handed over. */
  private InputStream watched(int offset, byte[] rest) {
    return new FilterInputStream(new ByteArrayInputStream(rest)) {
      private int read;

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        boolean wasBefore = read < rest.length / 2;
        read += Math.max(0, n);
        left = Math.max(left, offset + read);
        if (n < 0) {
          trigger.at(Moment.UPLOADED, digest);
        } else if (wasBefore && read >= rest.length / 2) {
          trigger.at(Moment.UPLOADING, digest);
        }
        return n;
      }
    };
  }
}
