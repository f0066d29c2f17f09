package io.enforcement.gateway.routes.security;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a partner that posts to us proves who it is: {@code authentication} in its settings file. */
public enum CallerProof {
  /**
   * Our own signature over method, path, query, body, time and nonce; over SOAP a UsernameToken
   * with the same id and secret.
   */
  @JsonProperty("gateway")
  GATEWAY,

  /** The national sharing platform's four headers; the body is protected by TLS only. */
  @JsonProperty("sharing-platform")
  SHARING_PLATFORM,

  /** A provincial gateway's four headers; the body is protected by TLS only. */
  @JsonProperty("provincial")
  PROVINCIAL,

  /** The certificate that the partner shows over TLS. */
  @JsonProperty("mutual-tls")
  MUTUAL_TLS
}
