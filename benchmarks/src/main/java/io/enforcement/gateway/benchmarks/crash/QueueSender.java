package io.enforcement.gateway.benchmarks.crash;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The sender of queued messages: some at a time, the next when the gateway has acknowledged them.
 */
final class QueueSender implements Runnable {

  private static final int AT_A_TIME = 3;

  private final PartnerQueue queue;
  private final SenderLedger ledger;
  private final Trigger trigger;
  private final BooleanSupplier goOn;

  QueueSender(PartnerQueue queue, SenderLedger ledger, Trigger trigger, BooleanSupplier goOn) {
    this.queue = queue;
    this.ledger = ledger;
    this.trigger = trigger;
    this.goOn = goOn;
  }

  @Override
  public void run() {
    for (int next = 1; goOn.getAsBoolean(); next += AT_A_TIME) {
      List<QueuedCase> some =
          IntStream.range(next, next + AT_A_TIME).mapToObj(QueuedCase::new).toList();
      for (QueuedCase each : some) {
        ledger.sending(each.id(), each.caseNumber(), 1, false);
        queue.put(each);
      }
      while (!queue.isEmpty()) {
        Pace.pause();
      }
      trigger.acknowledged();
      some.forEach(each -> ledger.acknowledged(each.id(), each.key()));
    }
  }
}
