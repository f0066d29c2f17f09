package io.enforcement.gateway.routes.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Knows a person by name, password and code. Whatever is wrong gets one and the same answer. */
final class PasswordProvider implements AuthenticationProvider {

  /** What the form brings besides name and password. */
  record FormDetails(String code, String remoteAddress) {}

  private final SignIns signIns;

  PasswordProvider(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  public Authentication authenticate(Authentication given) {
    FormDetails details = (FormDetails) given.getDetails();
    return signIns
        .signIn(
            given.getName(),
            (String) given.getCredentials(),
            details.code(),
            details.remoteAddress())
        .map(PersonAuthentication::new)
        .orElseThrow(() -> new BadCredentialsException("not the password of an enabled person"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
