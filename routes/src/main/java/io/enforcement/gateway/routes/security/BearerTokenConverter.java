package io.enforcement.gateway.routes.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Reads {@code Authorization: Bearer …} (RFC 6750, header only: addresses end up in logs). */
final class BearerTokenConverter implements AuthenticationConverter {

  private static final String SCHEME = "Bearer ";

  @Override
  public Authentication convert(HttpServletRequest request) {
    List<String> values = Collections.list(request.getHeaders("Authorization"));
    if (values.isEmpty()) {
      return null;
    }
    String value = values.get(0);
    if (values.size() > 1 || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new BadCredentialsException("not one bearer token");
    }
    return new BearerToken(value.substring(SCHEME.length()).strip());
  }
}
