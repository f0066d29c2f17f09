package io.enforcement.gateway.routes.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;

/** Knows a person by the token. Unknown, malformed and disabled get one and the same answer. */
final class PersonProvider implements AuthenticationProvider {

  private final People people;

  PersonProvider(People people) {
    this.people = people;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    return people
        .byToken((String) given.getCredentials())
        .map(PersonAuthentication::new)
        .orElseThrow(() -> new BadCredentialsException("not the token of an enabled person"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return BearerToken.class.isAssignableFrom(authentication);
  }
}
