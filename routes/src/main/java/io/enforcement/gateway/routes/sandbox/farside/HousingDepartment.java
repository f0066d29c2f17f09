package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The housing department (住建): posts its own JSON to the gateway over signed HTTP, a few requests
 * at a time, the messages of one lane one after the other. It tries again with the same idempotency
 * key when the gateway cannot be reached or says 429 or 503, for at most a minute. Safe for several
 * threads.
 */
public final class HousingDepartment extends SwitchedPartner {

  private static final long FIRST_WAIT_MILLIS = 200;
  private static final long LONGEST_WAIT_MILLIS = 5_000;
  private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<ExecutorService> lanes;
  private final SignedPost post;

  /**
   * @param directory where the ledger is kept
   * @param gateway where the gateway listens
   * @param appKey the department's name at the gateway
   * @param secret what it signs with
   * @param concurrency how many requests may be under way at a time
   */
  public HousingDepartment(
      Path directory, URI gateway, String appKey, Secret secret, int concurrency) {
    super("housing", directory, EnumSet.of(Kind.OK, Kind.SLOW, Kind.DOWN));
    post =
        new SignedPost(
            gateway, Proof.of(Proof.Profile.GATEWAY, appKey, secret), HttpClients.plain());
    lanes =
        IntStream.range(0, concurrency)
            .mapToObj(n -> Executors.newSingleThreadExecutor(DaemonThreads.named("housing-" + n)))
            .toList();
  }

  /**
   * One message of the department.
   *
   * @param key idempotency key
   * @param exchange for example {@code penalty-decision}
   * @param contentType media type as sent
   * @param lane messages with the same lane keep their order
   */
  public record Message(
      String key, String exchange, String contentType, String lane, byte[] body) {}

  /**
   * The gateway's final answer to one message.
   *
   * @param messageId the gateway's id; empty unless it accepted
   * @param code the problem's code; empty unless it refused
   */
  public record Answer(Message message, int status, String messageId, String code) {

    public boolean accepted() {
      return status == 202 || status == 200;
    }
  }

  /**
   * Queues a message for sending.
   *
   * @return the final answer; fails with {@link java.io.IOException} when the gateway could not be
   *     reached for a minute
   */
  public CompletableFuture<Answer> send(Message message) {
    ExecutorService lane = lanes.get(Math.floorMod(message.lane().hashCode(), lanes.size()));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    lane.execute(() -> deliver(message, answer));
    return answer;
  }

  /** How many transmissions the gateway has answered, repeats included. */
  public int sent() {
    return ledger.count(Event.SENT);
  }

  private void deliver(Message message, CompletableFuture<Answer> promise) {
    try {
      fault.think(fault.general());
      promise.complete(persist(message));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      promise.completeExceptionally(e);
    } catch (java.io.IOException | RuntimeException e) {
      promise.completeExceptionally(e);
    }
  }

  private Answer persist(Message message) throws java.io.IOException, InterruptedException {
    long deadline = System.nanoTime() + GIVE_UP_NANOS;
    long pause = FIRST_WAIT_MILLIS;
    boolean uncertain = false;
    while (true) {
      SignedPost.Reply reply = attempt(message);
      if (reply.isFinal()) {
        return note(message, reply, uncertain);
      }
      uncertain |= reply.uncertain();
      if (System.nanoTime() > deadline) {
        throw new java.io.IOException("the gateway could not be reached for a minute");
      }
      if (closed.await(Math.max(pause, reply.retryAfterMillis()), TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("the department closes");
      }
      pause = Math.min(LONGEST_WAIT_MILLIS, pause * 2);
    }
  }

  private SignedPost.Reply attempt(Message message) throws InterruptedException {
    return fault.general().kind() == Kind.DOWN ? SignedPost.Reply.notSent() : post.send(message);
  }

  /** A repeat that the gateway recognised had already arrived once before its answer was lost. */
  private Answer note(Message message, SignedPost.Reply reply, boolean uncertain) {
    if (uncertain && reply.status() == 200) {
      ledger.append(Event.SENT, message.key(), message.body(), "lost-answer");
    }
    ledger.append(Event.SENT, message.key(), message.body(), Integer.toString(reply.status()));
    return new Answer(message, reply.status(), reply.text("messageId"), reply.text("code"));
  }

  /** A sender that is down does not send; there is nothing to connect to. */
  @Override
  void leaveTheNet() {}

  @Override
  void joinTheNet() {}

  @Override
  void end() {
    closed.countDown();
    lanes.forEach(ExecutorService::shutdownNow);
    lanes.forEach(DaemonThreads::await);
  }
}
