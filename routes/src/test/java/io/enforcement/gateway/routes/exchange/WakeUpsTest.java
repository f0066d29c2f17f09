package io.enforcement.gateway.routes.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.UncategorizedJmsException;
import org.springframework.jms.core.JmsTemplate;

/** What a broker that hangs or is away may cost its users: nothing. */
class WakeUpsTest {

  private static final String QUEUE = WakeUps.translateQueue("housing");
  private static final String OTHER = WakeUps.outQueue("credit");

  private final JmsTemplate jms = mock();
  private final WakeUps wakeUps = new WakeUps(jms);

  @AfterEach
  void stop() {
    wakeUps.destroy();
  }

  @Test
  void nobodyWaitsForABrokerThatHangs() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    doAnswer(
            call -> {
              hanging.countDown();
              return over.await(30, TimeUnit.SECONDS);
            })
        .when(jms)
        .send(eq(QUEUE), any());
    wakeUps.wake(QUEUE, "received");
    assertThat(hanging.await(5, TimeUnit.SECONDS)).isTrue();

    long begin = System.nanoTime();
    for (int i = 0; i < 1000; i++) {
      wakeUps.wake(OTHER, "translated");
    }
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5000);

    over.countDown();
    verify(jms, timeout(5000)).send(eq(OTHER), any());
    verify(jms, after(200).times(1)).send(eq(OTHER), any());
  }

  @Test
  void whatWaitedBehindABrokerThatHungIsNotTriedOneAfterTheOther() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    doAnswer(
            call -> {
              hanging.countDown();
              over.await(30, TimeUnit.SECONDS);
              throw new UncategorizedJmsException("no answer");
            })
        .when(jms)
        .send(eq(QUEUE), any());
    wakeUps.wake(QUEUE, "received");
    assertThat(hanging.await(5, TimeUnit.SECONDS)).isTrue();
    wakeUps.wake(OTHER, "translated");

    over.countDown();

    verify(jms, after(200).never()).send(eq(OTHER), any());
  }

  @Test
  void whileTheBrokerIsAwayItIsTriedOnceInAWhile() {
    doThrow(new UncategorizedJmsException("away")).when(jms).send(any(String.class), any());
    wakeUps.wake(QUEUE, "received");
    verify(jms, timeout(5000)).send(eq(QUEUE), any());

    wakeUps.wake(OTHER, "translated");

    verify(jms, after(200).never()).send(eq(OTHER), any());
  }
}
