package io.enforcement.gateway.routes.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A named person in the security context; {@code getName()} is the account name. */
public final class PersonAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient Person person;

  PersonAuthentication(Person person) {
    super(List.of(new SimpleGrantedAuthority(person.role().authority())));
    this.person = person;
    setAuthenticated(true);
  }

  @Override
  public Person getPrincipal() {
    return person;
  }

  @Override
  public Object getCredentials() {
    return null;
  }

  @Override
  public String getName() {
    return person.name();
  }
}
