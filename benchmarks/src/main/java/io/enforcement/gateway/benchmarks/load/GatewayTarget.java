package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.gateway.GatewayProcess;
import io.enforcement.gateway.benchmarks.gateway.MeasuredPartners;
import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The gateway with everything on and two receivers. */
final class GatewayTarget implements Target {

  private static final String SENDER = "load-sender";
  private static final String EXCHANGE = "penalty-decision";
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
    signature = MeasuredPartners.sender(site, SENDER);
    for (int i = 0; i < receivers.size(); i++) {
      String id = "load-" + (char) ('a' + i);
      MeasuredPartners.receiver(site, id, receivers.get(i), RECEIVER_MAPPING, List.of());
    }
    site.write();
    process = new GatewayProcess(jar, site.directory(), jvm);
    process.start();
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
