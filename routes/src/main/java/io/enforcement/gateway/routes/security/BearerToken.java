package io.enforcement.gateway.routes.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A token as the caller sent it: nothing about it is proven. */
final class BearerToken extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient String token;

  BearerToken(String token) {
    super(List.of());
    this.token = token;
  }

  @Override
  public String getCredentials() {
    return token;
  }

  @Override
  public String getPrincipal() {
    return "bearer";
  }
}
