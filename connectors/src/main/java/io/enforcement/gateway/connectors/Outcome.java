package io.enforcement.gateway.connectors;

/**
 * What one attempt to send came to. The four cases are the whole vocabulary: what the gateway does
 * next depends on them and on the receiver's effect class, never on the transport.
 *
 * <p>{@code reason} is a short stable word or sentence for operators; it never holds message
 * content. {@code reply} is what the partner answered, cut to {@link #REPLY_LIMIT} bytes, or an
 * empty array.
 */
public sealed interface Outcome {

  /** Replies are kept as evidence up to this many bytes. */
  int REPLY_LIMIT = 4096;

  String reason();

  byte[] reply();

  /** The partner has it and says so by its contract. */
  record Accepted(String reason, byte[] reply) implements Outcome {}

  /** The partner understood and said no; repeating the same bytes would get the same answer. */
  record Refused(String reason, byte[] reply) implements Outcome {}

  /**
   * Nothing reached the partner (connection refused, name unknown, TLS failed, 429, full): safe to
   * try again.
   */
  record Unavailable(String reason, byte[] reply) implements Outcome {}

  /**
   * Anything after the first byte left: time-out, reset, 5xx, an answer against the contract. It
   * may have had its effect.
   */
  record Ambiguous(String reason, byte[] reply) implements Outcome {}
}
