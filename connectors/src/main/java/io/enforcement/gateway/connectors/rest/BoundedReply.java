package io.enforcement.gateway.connectors.rest;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Reads a reply up to {@link #READ_LIMIT} bytes and hangs up on the rest: a partner cannot fill our
 * memory. Used for one reply.
 */
final class BoundedReply implements BodySubscriber<BoundedReply.Body> {

  static final int READ_LIMIT = 64 * 1024;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream(512);
  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private Flow.Subscription subscription;

  /**
   * @param bytes what was read
   * @param whole whether that was all of it
   */
  record Body(byte[] bytes, boolean whole) {}

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      if (!keep(part)) {
        subscription.cancel();
        body.complete(new Body(kept.toByteArray(), false));
        return;
      }
    }
    subscription.request(1);
  }

  private boolean keep(ByteBuffer part) {
    byte[] bytes = new byte[Math.min(part.remaining(), READ_LIMIT - kept.size())];
    part.get(bytes);
    kept.writeBytes(bytes);
    return !part.hasRemaining();
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(new Body(kept.toByteArray(), true));
  }
}
