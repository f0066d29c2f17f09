package io.enforcement.gateway.routes.security;

/** A secret that is not there or cannot be used. The message names it and its two places. */
public final class MissingSecret extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MissingSecret(String message) {
    super(message);
  }
}
