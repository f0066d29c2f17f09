package io.enforcement.gateway.connectors.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * One kept SSH session to one server, opened again when it is gone, with one SFTP channel per
 * thread at work. Only the pinned host key is accepted, and only the one secret is offered: never
 * keys or known hosts of the account the gateway runs under. Thread-safe.
 */
final class SftpLink implements AutoCloseable {

  private final SftpSettings settings;
  private final SshClient client;
  private final Deque<SftpClient> idle = new ArrayDeque<>();
  private ClientSession session;
  private volatile boolean strangerSeen;

  /** Work on one channel. */
  @FunctionalInterface
  interface Work<T> {
    T on(SftpClient channel) throws IOException;
  }

  SftpLink(SftpSettings settings) {
    this.settings = settings;
    client = SshClient.setUpDefaultClient();
    client.setServerKeyVerifier(pinned());
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setNioWorkers(1);
    // A server that falls silent, or a session that nobody needs, ends by this; the next use opens
    // a new one.
    CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.requestTimeout());
    CoreModuleProperties.AUTH_TIMEOUT.set(client, settings.connectTimeout());
    client.start();
  }

  private ServerKeyVerifier pinned() {
    return (ClientSession to, SocketAddress address, PublicKey key) -> {
      String print = KeyUtils.getFingerPrint(BuiltinDigests.sha256.create(), key);
      strangerSeen = !settings.fingerprints().contains(print);
      return !strangerSeen;
    };
  }

  /** A channel of its own for the work; one that failed is not used again. */
  <T> T with(Work<T> work) throws IOException {
    SftpClient channel = borrow();
    boolean sound = false;
    try {
      T result = work.on(channel);
      sound = true;
      return result;
    } finally {
      giveBack(channel, sound);
    }
  }

  private synchronized SftpClient borrow() throws IOException {
    SftpClient kept = idle.poll();
    while (kept != null && !kept.isOpen()) {
      kept = idle.poll();
    }
    if (kept != null) {
      return kept;
    }
    if (session == null || !session.isOpen()) {
      session = open();
    }
    return SftpClientFactory.instance().createSftpClient(session);
  }

  private synchronized void giveBack(SftpClient channel, boolean sound) throws IOException {
    if (sound && channel.isOpen() && client.isOpen()) {
      idle.push(channel);
    } else {
      // Waiting for a goodbye from a server that just failed would only cost time.
      channel.getClientChannel().close(true);
    }
  }

  private ClientSession open() throws IOException {
    strangerSeen = false;
    ClientSession opened = null;
    try {
      opened =
          client
              .connect(settings.user(), settings.host(), settings.port())
              .verify(settings.connectTimeout())
              .getSession();
      identify(opened);
      opened.auth().verify(settings.connectTimeout());
      return opened;
    } catch (IOException | GeneralSecurityException e) {
      if (opened != null) {
        opened.close(true);
      }
      throw strangerSeen ? new NotOpened("host key is not the pinned one", e) : plain(opened, e);
    }
  }

  private static IOException plain(ClientSession opened, Exception cause) {
    return new NotOpened(
        opened == null ? "no connection to the server" : "the server does not let us in", cause);
  }

  /** Our own words and the transport's numbers only: a server's message may quote anything. */
  static String reason(Exception failure) {
    if (failure instanceof SftpException answer) {
      return "the server answered " + SftpConstants.getStatusName(answer.getStatus());
    }
    return failure instanceof NotOpened
        ? failure.getMessage()
        : "connection failed: " + failure.getClass().getSimpleName();
  }

  /** No session: the message is ours and fit to be shown. */
  private static final class NotOpened extends IOException {
    private static final long serialVersionUID = 1L;

    NotOpened(String message, Exception cause) {
      super(message, cause);
    }
  }

  private void identify(ClientSession opened) throws IOException, GeneralSecurityException {
    String secret = settings.secret().reveal();
    if (!secret.startsWith("-----BEGIN ")) {
      opened.addPasswordIdentity(secret.strip());
      return;
    }
    for (KeyPair key :
        SecurityUtils.loadKeyPairIdentities(
            null,
            NamedResource.ofName("credentials"),
            new ByteArrayInputStream(settings.secret().bytes()),
            FilePasswordProvider.EMPTY)) {
      opened.addPublicKeyIdentity(key);
    }
  }

  @Override
  public synchronized void close() {
    idle.clear();
    if (session != null) {
      session.close(true);
    }
    client.stop();
  }
}
