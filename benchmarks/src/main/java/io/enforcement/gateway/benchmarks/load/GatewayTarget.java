package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The gateway with everything on and two receivers. The sender posts what the housing department
 * posts; it is a partner of the site's own only because its quota must not be what is measured.
 */
final class GatewayTarget implements Target {

  private static final String SENDER = "load-sender";
  private static final String EXCHANGE = "penalty-decision";
  private static final String SENDER_YAML =
      """
      partner: load-sender
      name: { zh: 负载发送方, en: Load sender }
      credentials: load-sender
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
      name: { zh: 负载接收方, en: Load receiver }
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
  static final String RECEIVER_MAPPING =
      """
      {
        "caseNumber": .caseReference.caseNumber,
        "decisionNumber": .punishFileNum,
        "revision": .revision,
        "operation": .cdOperation,
        "decidedOn": .punishSetDate,
        "procedure": .punishProcedure,
        "body": .body,
        "parties": [for (.parties) {"kind": .kind, "name": .name, "uscc": .uscc,
          "certificate": .certificate, "address": .address}],
        "act": .illegalAct,
        "facts": .illegalFact,
        "basis": [for (.punishAccords) .lawName + fallback(.provision, "")],
        "penalties": [for (.penalties) {"type": .type, "amount": .amount}],
        "result": .punishResult,
        "publishUntil": .publishUntil
      }
      """;

  private final String title;
  private final Site site;
  private final GatewayProcess process;
  private final SignedRequest signature;

  GatewayTarget(String title, Path jar, Path parent, List<String> jvm, List<String> receivers)
      throws IOException {
    this.title = title;
    site = new Site(parent.resolve(title));
    signature = new SignedRequest(SENDER, new Secret(site.secret(SENDER)));
    site.partnerFile(SENDER, "partner.yaml", SENDER_YAML);
    site.activate(SENDER, Map.of());
    for (int i = 0; i < receivers.size(); i++) {
      receiver("load-" + (char) ('a' + i), receivers.get(i));
    }
    site.write();
    process = new GatewayProcess(jar, site.directory(), jvm);
    process.start();
  }

  private void receiver(String id, String address) throws IOException {
    site.secret(id);
    site.partnerFile(id, "partner.yaml", String.format(RECEIVER_YAML, id));
    site.partnerFile(id, "penalty-decision.jslt", RECEIVER_MAPPING);
    site.activate(id, Map.of("endpoint", address));
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int port() {
    return process.port();
  }

  @Override
  public String path() {
    return "/api/v1/exchanges/" + EXCHANGE;
  }

  @Override
  public Map<String, String> headers(int number, byte[] body) {
    return signature.headers("POST", path(), body, "load-" + number);
  }

  @Override
  public int receivers() {
    return 2;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Path directory() {
    return site.directory();
  }

  @Override
  public void close() {
    process.close();
  }
}
