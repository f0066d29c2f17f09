package io.enforcement.gateway.routes.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.broker}.
 *
 * @param url Artemis URL of an external broker; absent: the embedded one
 * @param user account at the external broker
 * @param passwordName name of the secret that holds its password
 * @param journalSync whether the embedded journal forces each write to disk
 * @param amqp the embedded broker's door for partners; closed by default
 * @param artemisVersion the version this build was tested with; filled in by the build
 */
@ConfigurationProperties(prefix = "gateway.broker", ignoreUnknownFields = false)
public record BrokerSettings(
    String url,
    String user,
    String passwordName,
    @DefaultValue("true") boolean journalSync,
    @DefaultValue Amqp amqp,
    String artemisVersion) {

  /**
   * Settings under {@code gateway.broker.amqp}.
   *
   * @param port absent: no door
   * @param host the address to listen on
   * @param keyStore PKCS #12 file with our key and certificate
   * @param keyStorePasswordName name of the secret that opens it
   * @param trustStore PKCS #12 file with the authorities, or the very certificates, of partners
   * @param trustStorePasswordName name of the secret that opens it
   * @param maxBytes largest message
   * @param certificates by partner id: {@code SHA256:...} or subject, see {@link
   *     PartnerCertificates}
   */
  record Amqp(
      Integer port,
      @DefaultValue("0.0.0.0") String host,
      Path keyStore,
      @DefaultValue("amqp-key-store") String keyStorePasswordName,
      Path trustStore,
      @DefaultValue("amqp-trust-store") String trustStorePasswordName,
      @DefaultValue("1048576") int maxBytes,
      @DefaultValue Map<String, List<String>> certificates) {

    boolean isOpen() {
      return port != null;
    }
  }

  public boolean isEmbedded() {
    return url == null || url.isBlank();
  }
}
