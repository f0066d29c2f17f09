package io.enforcement.gateway.benchmarks.gateway;

import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Partners of a site's own that a measurement plays: the sender posts what the housing department
 * posts and is no shipped partner only because its quota must not be what is measured; a receiver
 * gets penalty decisions over HTTP and knows our keys again.
 */
public final class MeasuredPartners {

  private static final String SENDER_YAML =
      """
      partner: %1$s
      name: { zh: 测量发送方, en: Measured sender }
      credentials: %1$s
      sends:
        - exchange: penalty-decision
          via: rest
          accepts: [application/json]
          translator: housingPenaltyDecision
      quota: { messagesPerSecond: 100000 }
      """;
  private static final String RECEIVER_YAML =
      """
      partner: %1$s
      name: { zh: 测量接收方, en: Measured receiver }
      credentials: %1$s
      receives:
        - exchange: penalty-decision
          via: rest
          records: [PenaltyDecision]
          basis: measurement
          purpose: measurement
          fields: [public, parties, illegalFact]
          effect: A
          translator: penalty-decision.jslt
          contentType: application/json
          settings: { credentials: %1$s, accepted: "/status=OK", allow-loopback: "true" }
      """;

  private MeasuredPartners() {}

  /** Puts the sender into service; its requests are signed with the answer. */
  public static SignedRequest sender(Site site, String id) throws IOException {
    SignedRequest signature = new SignedRequest(id, new Secret(site.secret(id)));
    site.partnerFile(id, "partner.yaml", String.format(SENDER_YAML, id));
    site.activate(id, Map.of());
    return signature;
  }

  /**
   * Puts a receiver into service.
   *
   * @param retry rungs of its ladder, ISO 8601; empty for the gateway's own ladder
   */
  public static void receiver(
      Site site, String id, String address, String mapping, List<String> retry) throws IOException {
    String ladder = retry.isEmpty() ? "" : "    retry: [" + String.join(", ", retry) + "]\n";
    site.secret(id);
    site.partnerFile(id, "partner.yaml", String.format(RECEIVER_YAML, id) + ladder);
    site.partnerFile(id, "penalty-decision.jslt", mapping);
    site.activate(id, Map.of("endpoint", address));
  }
}
