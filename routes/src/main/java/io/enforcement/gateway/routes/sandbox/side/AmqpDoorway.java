package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.AmqpPartner;
import io.enforcement.gateway.routes.sandbox.farside.KeyAndCertificate;
import io.enforcement.gateway.routes.sandbox.farside.KeyStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What site and guest prepare when the guest comes to the gateway's own broker over AMQP: a port on
 * loopback, a key for the gateway and one for the guest, whose certificate the site knows. All are
 * made at the start.
 */
public final class AmqpDoorway {

  private final String id;
  private final String poll;
  private final Path directory;
  private final KeyAndCertificate gateway = KeyAndCertificate.of("gateway");
  private final KeyAndCertificate own;
  private final Path keyStore;
  private final Path trustStore;
  private final int port;

  /**
   * @param id of the guest
   * @param directory where the guest's ledger and the gateway's key stores are kept
   * @param secrets makes and finds the words that open the key stores
   * @param poll how often the gateway looks
   */
  public AmqpDoorway(String id, Path directory, Function<String, Secret> secrets, String poll) {
    this.id = id;
    this.poll = poll;
    this.directory = directory;
    own = KeyAndCertificate.of(id);
    keyStore = directory.resolve("gateway.p12");
    trustStore = directory.resolve("gateway-trust.p12");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.createDirectories(directory);
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("the door for AMQP cannot be prepared", e);
    }
    KeyStores.write(keyStore, gateway, secrets.apply("amqp-key-store"));
    KeyStores.write(trustStore, own.certificate(), secrets.apply("amqp-trust-store"));
  }

  /** What the site sets to open its door to the guest. */
  public Map<String, Object> properties() {
    String door = "gateway.broker.amqp.";
    return Map.of(
        door + "port", port,
        door + "host", "127.0.0.1",
        door + "key-store", keyStore.toString(),
        door + "trust-store", trustStore.toString(),
        door + "certificates." + id + "[0]", own.fingerprint());
  }

  /** The guest, who may use the queues that bear its name. */
  public FarSide farSide() {
    AmqpPartner partner = new AmqpPartner(id, directory, port, own, gateway.certificate());
    return new QueueSide(
        partner,
        Map.of("poll", poll),
        exchange -> "in." + id + "." + exchange,
        List.of("partner." + id),
        "");
  }
}
