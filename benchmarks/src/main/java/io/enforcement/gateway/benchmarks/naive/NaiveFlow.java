package io.enforcement.gateway.benchmarks.naive;

/** One framework's way from the queue in to the partner out. */
public interface NaiveFlow extends AutoCloseable {

  /** Puts one message on the durable queue; returning means that it is on disk. */
  void accept(byte[] body);

  @Override
  void close() throws Exception;

  /** The last step of both: the row, then the partner. Throwing rolls the queue's message back. */
  @FunctionalInterface
  interface Step {
    void handle(String messageId, byte[] body) throws Exception;
  }
}
