package io.enforcement.gateway.connectors.rest;

import java.net.URI;
import java.util.List;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.NameValuePair;

/**
 * How one partner wants to be shown who sends. One small class per habit of the field; {@link
 * RequestProfiles} lists them. Thread-safe.
 */
interface RequestProfile {

  /**
   * Fields that prove the sender beside the document: they go into the form when the body is one,
   * else into the query.
   */
  default List<NameValuePair> fields() {
    return List.of();
  }

  /**
   * Puts the headers of proof on a request that is otherwise whole.
   *
   * @param uri the address, path and query as they will be sent
   * @param body the bytes as they will be sent, empty when there are none
   * @return what is known of this proof until the answer is there
   * @throws NotSent when there is nothing to prove it with at present
   */
  Proof prove(HttpRequest request, URI uri, byte[] body) throws NotSent;

  /** The proof of one request. */
  @FunctionalInterface
  interface Proof {

    /** A proof that does not wear out: a refusal of it is the partner's last word. */
    Proof LASTING = status -> false;

    /**
     * Takes note of the answer's status.
     *
     * @return whether it turned down this proof only, before anything was processed, so that the
     *     next attempt proves itself anew
     */
    boolean wornOut(int status);
  }
}
