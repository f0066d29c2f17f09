package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Outcome;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

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

  Outcome of(HttpResponse<BoundedReply.Body> response) {
    int status = response.statusCode();
    byte[] bytes = response.body().bytes();
    byte[] reply =
        bytes.length > Outcome.REPLY_LIMIT ? Arrays.copyOf(bytes, Outcome.REPLY_LIMIT) : bytes;
    String reason = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return contract.isEmpty() || contract.get().kept(response.body())
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

  static Outcome of(Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return unavailable("connect timed out");
    }
    if (failure instanceof ConnectException) {
      return unavailable("connect refused");
    }
    if (beforeTls(failure)) {
      return unavailable("TLS failed");
    }
    if (failure instanceof HttpTimeoutException) {
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
