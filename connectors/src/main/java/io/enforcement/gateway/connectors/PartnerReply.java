package io.enforcement.gateway.connectors;

/**
 * What came of asking a partner. The five cases are the whole vocabulary. {@code reason} is a short
 * stable word or sentence for operators and never holds what was asked or answered.
 */
public sealed interface PartnerReply {

  /** The partner answered; whether the bytes make sense is for the translator to say. */
  record Given(byte[] body) implements PartnerReply {}

  /** The partner understood and said no. */
  record Refused(String reason) implements PartnerReply {}

  /** Nothing reached the partner, or it is busy and says so. */
  record Unavailable(String reason) implements PartnerReply {}

  /** No whole answer in time. */
  record TooSlow(String reason) implements PartnerReply {}

  /** The partner failed, or what it answered is against the contract of the transport. */
  record Broken(String reason) implements PartnerReply {}
}
