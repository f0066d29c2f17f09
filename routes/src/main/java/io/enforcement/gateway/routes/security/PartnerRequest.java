package io.enforcement.gateway.routes.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * A request whose sender is proven: the very bytes that were received. Controllers take it from the
 * request attribute {@link #ATTRIBUTE} and read no body themselves.
 *
 * @param partner id of the partner
 * @param body the bytes as received; not to be changed; empty where the body is a stream
 * @param bodySha256 what the signature says the body's SHA-256 is: 64 lower-case hexadecimal
 *     digits. Who reads a stream compares.
 * @param nonce the request's nonce; for an exchange the intake transaction stores it. Null when a
 *     certificate is the proof
 * @param timestamp when the sender signed, or when the request came
 */
public record PartnerRequest(
    String partner, byte[] body, String bodySha256, String nonce, Instant timestamp) {

  /** Name of the request attribute. */
  public static final String ATTRIBUTE = "io.enforcement.gateway.partner-request";

  /** The proven request, empty when a person calls. */
  public static Optional<PartnerRequest> of(HttpServletRequest request) {
    return Optional.ofNullable((PartnerRequest) request.getAttribute(ATTRIBUTE));
  }
}
