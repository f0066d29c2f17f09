package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * What a reply or a failure means for the delivery. In doubt it says so: only what provably had no
 * effect counts as unavailable or refused. Thread-safe.
 */
final class OutcomeTable {

  private static final byte[] NOTHING = {};
  private static final String NOT_TLS = "nrecognized SSL message";
  private static final Set<Integer> COME_AGAIN = Set.of(408, 425, 429);

  private final Optional<ReplyContract> contract;
  private final Set<Integer> busy;

  OutcomeTable(Optional<ReplyContract> contract, Set<Integer> busy) {
    this.contract = contract;
    this.busy = busy;
  }

  Outcome of(Reply answer) {
    int status = answer.status();
    byte[] bytes = answer.bytes();
    byte[] reply =
        bytes.length > Outcome.REPLY_LIMIT ? Arrays.copyOf(bytes, Outcome.REPLY_LIMIT) : bytes;
    String reason = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return contract.isEmpty() || contract.get().kept(answer)
          ? new Outcome.Accepted(reason, reply)
          : new Outcome.Ambiguous(reason + " with a body against the contract", reply);
    }
    if (COME_AGAIN.contains(status) || busy.contains(status)) {
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
    if (beforeTls(failure)) {
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

  /**
   * A plain {@link SSLException} may come at any time; with this text it comes only for the very
   * first record, before anything of ours is sent. Should the text change, the answer is
   * "ambiguous".
   */
  private static boolean beforeTls(Throwable failure) {
    if (failure instanceof SSLHandshakeException || failure instanceof SSLPeerUnverifiedException) {
      return true;
    }
    Throwable each = failure instanceof SSLException ? failure : null;
    while (each != null && !String.valueOf(each.getMessage()).contains(NOT_TLS)) {
      each = each.getCause();
    }
    return each != null;
  }

  static Outcome unavailable(String reason) {
    return new Outcome.Unavailable(reason, NOTHING);
  }

  static Outcome ambiguous(String reason) {
    return new Outcome.Ambiguous(reason, NOTHING);
  }
}
