package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.audit.AuditSettings;
import io.enforcement.gateway.routes.audit.LogKey;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The key of the audit trail among the other secrets. Thread-safe. */
@Component
class SecretLogKey implements LogKey {

  private final DataDirectory data;
  private final String name;

  SecretLogKey(DataDirectory data, AuditSettings settings) {
    this.data = data;
    this.name = settings.keyName();
  }

  @Override
  public Optional<String> find() {
    return data.secret(name).map(Secret::reveal);
  }

  @Override
  public String make(SignatureKind kind) {
    return data.keepSecret(name, SigningKey.generate(kind)).reveal();
  }
}
