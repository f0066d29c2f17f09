package io.enforcement.gateway.connectors.http;

import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * What a status or a failure means for the delivery, whatever the body says. In doubt it says so:
 * only what provably had no effect counts as unavailable or refused. Thread-safe.
 */
public final class OutcomeTable {

  private static final byte[] NOTHING = {};
  private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429);

  private final Set<Integer> busy;

  /**
   * @param busy statuses of this partner that mean "not processed, come again"
   */
  public OutcomeTable(Set<Integer> busy) {
    this.busy = busy;
  }

  /** Whether the partner says that it has not processed the request and wants it again. */
  public boolean comeAgain(Reply answer) {
    return COME_AGAIN.contains(answer.status()) || busy.contains(answer.status());
  }

  /** The meaning of the status alone. */
  public Outcome of(Reply answer) {
    int status = answer.status();
    byte[] reply = answer.evidence();
    String reason = "HTTP " + status;
    if (answer.successful()) {
      return new Outcome.Accepted(reason, reply);
    }
    if (comeAgain(answer)) {
      return new Outcome.Unavailable(reason, reply);
    }
    if (status >= 400 && status < 500) {
      return new Outcome.Refused(reason, reply);
    }
    // A redirect may follow a processed POST (303), and 5xx may come after the effect.
    return new Outcome.Ambiguous(
        status < 400 ? reason + ", redirects are not followed" : reason, reply);
  }

  /**
   * @param outOfTime whether the request was ended by its deadline
   */
  static Outcome of(IOException failure, boolean outOfTime) {
    if (failure instanceof AddressGuard.Forbidden) {
      return unavailable("address not allowed");
    }
    if (failure instanceof UnknownHostException) {
      return unavailable("name unknown");
    }
    if (failure instanceof ConnectTimeoutException) {
      return unavailable("connect timed out");
    }
    if (failure instanceof ConnectionRequestTimeoutException) {
      return unavailable("no connection free");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return unavailable("connect refused");
    }
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return unavailable("TLS failed");
    }
    if (outOfTime) {
      return ambiguous("no complete answer in time");
    }
    if (failure instanceof SocketTimeoutException) {
      return ambiguous("no answer in time");
    }
    // Only the class: an exception's message may quote what the partner sent.
    return ambiguous("connection failed: " + failure.getClass().getSimpleName());
  }

  /** Nothing had an effect, and nothing came back. */
  public static Outcome unavailable(String reason) {
    return new Outcome.Unavailable(reason, NOTHING);
  }

  private static Outcome ambiguous(String reason) {
    return new Outcome.Ambiguous(reason, NOTHING);
  }
}
