package io.enforcement.gateway.connectors.jms;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a partner's broker is, how we know that it is the right one and how it knows us.
 *
 * @param tls whether the address is {@code tls://host:port}; else {@code tcp://host:port}
 * @param user absent: our certificate says who we are
 * @param keyStore our key and certificate
 * @param trustStore whom we believe; absent: whom the Java platform believes
 */
record JmsSettings(
    Protocol protocol,
    boolean tls,
    String host,
    int port,
    Optional<String> user,
    Optional<Secret> password,
    Optional<TlsStore> keyStore,
    Optional<TlsStore> trustStore,
    Duration connectTimeout,
    Duration requestTimeout) {

  /** What is spoken on the wire. */
  enum Protocol {
    CORE,
    AMQP
  }

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static JmsSettings of(ConnectorSettings settings) {
    URI broker = broker(settings);
    Optional<String> user = settings.optional("user");
    return new JmsSettings(
        protocol(settings),
        broker.getScheme().equals("tls"),
        broker.getHost(),
        broker.getPort(),
        user,
        user.map(name -> settings.secret("credentials")),
        store(settings, "key-store"),
        store(settings, "trust-store"),
        settings.duration("connect-timeout", Duration.ofSeconds(5)),
        settings.duration("request-timeout", Duration.ofSeconds(30)));
  }

  /** The name of a queue: at most 200 letters, digits, dots, underscores and hyphens. */
  static String queue(ConnectorSettings settings, String name) {
    String queue = settings.required(name);
    if (queue.length() > 200 || !queue.chars().allMatch(JmsSettings::plain)) {
      throw wrong(settings, name, "is not a plain name", null);
    }
    return queue;
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  private static URI broker(ConnectorSettings settings) {
    URI broker;
    try {
      broker = URI.create(settings.required("broker"));
    } catch (IllegalArgumentException e) {
      throw wrong(settings, "broker", "is missing or not an address", e);
    }
    String rest = String.valueOf(broker.getRawPath());
    if (!Set.of("tcp", "tls").contains(String.valueOf(broker.getScheme()))
        || broker.getHost() == null
        || broker.getPort() < 1
        || broker.getRawUserInfo() != null
        || broker.getRawQuery() != null
        || broker.getRawFragment() != null
        || !rest.isEmpty()) {
      throw wrong(settings, "broker", "is not tcp://host:port or tls://host:port", null);
    }
    String own = broker.getHost().toLowerCase(Locale.ROOT) + ":" + broker.getPort();
    if (!allowed(settings, own).contains(own)) {
      throw wrong(settings, "broker", "is not in the setting allowed", null);
    }
    return broker;
  }

  private static Set<String> allowed(ConnectorSettings settings, String own) {
    return Arrays.stream(settings.optional("allowed").orElse(own).split(","))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Protocol protocol(ConnectorSettings settings) {
    return switch (settings.optional("protocol").orElse("core")) {
      case "core" -> Protocol.CORE;
      case "amqp" -> Protocol.AMQP;
      default -> throw wrong(settings, "protocol", "is neither core nor amqp", null);
    };
  }

  private static Optional<TlsStore> store(ConnectorSettings settings, String name) {
    Optional<TlsStore> store =
        settings
            .optional(name)
            .map(file -> new TlsStore(file, settings.secret(name + "-password")));
    try {
      store.ifPresent(TlsStore::open);
      return store;
    } catch (IllegalArgumentException e) {
      throw wrong(settings, name, e.getMessage(), e);
    }
  }

  static IllegalArgumentException wrong(
      ConnectorSettings settings, String name, String what, Exception cause) {
    return new IllegalArgumentException(
        "partner " + settings.partner() + ": setting " + name + " " + what, cause);
  }
}
