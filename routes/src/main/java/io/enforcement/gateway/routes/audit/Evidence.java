package io.enforcement.gateway.routes.audit;

import java.util.List;
import java.util.UUID;

/**
 * What a court or a partner needs to see what happened to one message: events, proofs, and what was
 * signed. Holds no body and nothing personal.
 *
 * @param form of this document, for the verifier
 * @param checkpoint the signed note whose tree the proofs lead to
 * @param events what the checkpoint covers, in the order of the positions
 * @param notYetCovered how many events of the message are too young
 */
public record Evidence(
    String form,
    UUID messageId,
    LogText log,
    String checkpoint,
    List<Proven> events,
    int notYetCovered) {

  static final String FORM = "enforcement-gateway-evidence-1";

  /**
   * One event.
   *
   * @param position its leaf in the tree, from 0
   * @param proof the audit path (RFC 6962, 2.1.1), from the leaf upwards
   */
  public record Proven(long position, List<byte[]> proof, EventText event) {}
}
