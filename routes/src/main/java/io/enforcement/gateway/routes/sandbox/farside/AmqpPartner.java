package io.enforcement.gateway.routes.sandbox.farside;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * A partner that comes to the gateway's broker over AMQP 1.0, with TLS and a certificate of its
 * own. It is a client only: it leaves the net by closing its connection. Safe for several threads.
 */
public final class AmqpPartner extends QueuePartner {

  private static final String OPTIONS =
      "?transport.verifyHost=true&transport.useEpoll=false&transport.useKQueue=false"
          + "&amqp.saslMechanisms=EXTERNAL";

  private final Mailbox mailbox;

  /**
   * @param directory where the ledger is kept
   * @param port of the gateway's broker on loopback
   * @param own the key and certificate by which it proves itself
   * @param gateway the only certificate that it believes
   */
  public AmqpPartner(
      String id, Path directory, int port, KeyAndCertificate own, X509Certificate gateway) {
    super(id, directory);
    JmsConnectionFactory broker =
        new JmsConnectionFactory(URI.create("amqps://127.0.0.1:" + port + OPTIONS));
    broker.setSslContext(KeyStores.tls(own, gateway));
    broker.setValidatePropertyNames(false);
    broker.setForceSyncSend(true);
    mailbox = new Mailbox(broker);
  }

  @Override
  Mailbox mailbox() {
    return mailbox;
  }

  @Override
  void leaveTheNet() {
    mailbox.close();
  }

  @Override
  void joinTheNet() {
    // It connects when it next puts or takes something.
  }
}
