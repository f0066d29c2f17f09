package io.enforcement.gateway.routes.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A proven partner in the security context. */
public final class PartnerAuthentication extends AbstractAuthenticationToken {

  /** The authority of every partner. */
  public static final String AUTHORITY = "ROLE_PARTNER";

  private static final long serialVersionUID = 1L;

  private final String partner;
  private final String nonce;

  PartnerAuthentication(String partner, String nonce) {
    super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
    this.partner = partner;
    this.nonce = nonce;
    setAuthenticated(true);
  }

  /** Id of the partner. */
  @Override
  public String getPrincipal() {
    return partner;
  }

  /** Always null: the secret stays in the directory. */
  @Override
  public Object getCredentials() {
    return null;
  }

  /** The request's nonce; null when a certificate is the proof. */
  public String nonce() {
    return nonce;
  }
}
