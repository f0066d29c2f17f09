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
  private final AuditSettings settings;

  SecretLogKey(DataDirectory data, AuditSettings settings) {
    this.data = data;
    this.settings = settings;
  }

  @Override
  public Optional<String> find(int number) {
    return data.secret(settings.keyName(number)).map(Secret::reveal);
  }

  @Override
  public String make(SignatureKind kind, int number) {
    return data.keepSecret(settings.keyName(number), SigningKey.generate(kind)).reveal();
  }
}
