package io.enforcement.gateway.routes.broker;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.broker}.
 *
 * @param url Artemis URL of an external broker; absent: the embedded one
 * @param user account at the external broker
 * @param passwordName name of the secret that holds its password
 * @param journalSync whether the embedded journal forces each write to disk
 * @param artemisVersion the version this build was tested with; filled in by the build
 */
@ConfigurationProperties(prefix = "gateway.broker", ignoreUnknownFields = false)
public record BrokerSettings(
    String url,
    String user,
    String passwordName,
    @DefaultValue("true") boolean journalSync,
    String artemisVersion) {

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }
}
