package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** All senders at work, until they are told to finish what they have begun. */
final class Load {

  private static final int HTTP_SENDERS = 8;
  private static final int ATTACHMENT_SENDERS = 2;

  /** Files are there to be cut and lost, not to take the time of the messages. */
  private static final int FILES_PER_SECOND = 6;

  private static final long FINISH_SECONDS = 120;

  private final AtomicBoolean goOn = new AtomicBoolean(true);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> senders = new ArrayList<>();

  Load(int port, Parties parties, SenderLedger ledger, Trigger trigger, long seed, int rate) {
    Pace pace = new Pace(rate);
    AtomicInteger cases = new AtomicInteger();
    BooleanSupplier more = goOn::get;
    for (int i = 0; i < HTTP_SENDERS; i++) {
      long own = seed * 31 + i;
      senders.add(
          threads.submit(
              new HttpSender(port, parties.housing(), ledger, trigger, pace, cases, own, more)));
    }
    senders.add(threads.submit(new FileSender(parties.drop(), ledger, trigger, more)));
    senders.add(threads.submit(new RowSender(parties.rows(), ledger, trigger, more)));
    senders.add(threads.submit(new QueueSender(parties.queue(), ledger, trigger, more)));
    AttachmentParties files = parties.files();
    files.start(port, parties.housing());
    Pace filePace = new Pace(FILES_PER_SECOND);
    for (int i = 1; i <= ATTACHMENT_SENDERS; i++) {
      long own = seed * 37 + i;
      senders.add(
          threads.submit(
              new AttachmentSender(
                  port, i, files.laboratory(), files.ledger(), trigger, filePace, own, more)));
    }
  }

  /**
   * @throws IOException when a sender was given an answer that it must not get
   */
  void requireAlive() throws IOException, InterruptedException {
    for (Future<?> sender : senders) {
      if (sender.isDone()) {
        outcome(sender, 0);
      }
    }
  }

  /** Lets every sender finish what it has begun: afterwards each holds all its receipts. */
  void stop() throws IOException, InterruptedException {
    goOn.set(false);
    for (Future<?> sender : senders) {
      outcome(sender, FINISH_SECONDS);
    }
    threads.shutdown();
  }

  private static void outcome(Future<?> sender, long seconds)
      throws IOException, InterruptedException {
    try {
      sender.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("a sender gave up: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("a sender got no receipt in " + seconds + " s", e);
    }
  }
}
