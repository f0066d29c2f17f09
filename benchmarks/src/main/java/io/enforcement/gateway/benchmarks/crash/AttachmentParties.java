package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.Site;
import io.enforcement.gateway.benchmarks.traffic.SignedRequest;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The far sides of files: who brings them with notices, and who must have them. */
final class AttachmentParties implements AutoCloseable {

  private static final String SENDER = "crash-laboratory";
  private static final String RECEIVER = "crash-brigade";
  private static final String EXCHANGE = "hazard-notice";
  private static final String SENDER_YAML =
      """
      partner: %s
      name: { zh: 试验送检方, en: Trial laboratory }
      sends:
        - exchange: %s
          via: rest
          accepts: [application/json]
          format: { type: json }
          translator: notice.jslt
      """
          .formatted(SENDER, EXCHANGE);
  private static final String RECEIVER_YAML =
      """
      partner: %s
      name: { zh: 试验接收方, en: Trial brigade }
      receives:
        - exchange: %s
          via: rest
          records: [HazardNotice]
          basis: measurement
          purpose: measurement
          fields: [public]
          effect: A
          translator: notice.jslt
          contentType: application/json
          attachments: required
          retry: [PT1S, PT1S, PT2S, PT5S, PT5S, PT5S, PT5S, PT5S, PT5S]
          concurrency: 2
          settings: { accepted: "/status=OK" }
      """
          .formatted(RECEIVER, EXCHANGE);

  private final Path spool;
  private final AttachmentLedger ledger;
  private final AttachmentReceiver receiver;
  private final SignedRequest laboratory;
  private final SignedRequest brigade;
  private AttachmentClient desk;

  AttachmentParties(Path directory, Site site) throws IOException {
    spool = site.directory().resolve("spool");
    ledger = new AttachmentLedger(directory);
    receiver = new AttachmentReceiver(RECEIVER, ledger);
    laboratory = new SignedRequest(SENDER, new Secret(site.secret(SENDER)));
    brigade = new SignedRequest(RECEIVER, new Secret(site.secret(RECEIVER)));
    site.partnerFile(SENDER, "partner.yaml", SENDER_YAML);
    site.partnerFile(SENDER, "notice.jslt", "{\"recordType\": \"HazardNotice\", * : .}");
    site.activate(SENDER, Map.of());
    site.partnerFile(RECEIVER, "partner.yaml", RECEIVER_YAML);
    site.partnerFile(RECEIVER, "notice.jslt", "{\"file\": .attachments[0].digest}");
    site.activate(RECEIVER, Map.of("endpoint", receiver.address(), "allow-loopback", "true"));
  }

  SignedRequest laboratory() {
    return laboratory;
  }

  AttachmentLedger ledger() {
    return ledger;
  }

  /** Lets the receiver fetch, and somebody who has no such delivery try. */
  void start(int port, SignedRequest stranger) {
    desk = new AttachmentClient(port, brigade);
    receiver.start(desk, new AttachmentClient(port, stranger));
  }

  /** Whether every file that was acknowledged with its notice has been confirmed. */
  boolean complete() throws IOException {
    return new AttachmentEvidence(ledger.fates(), Set.of()).complete();
  }

  /**
   * When all senders have finished and no kill follows: each file is fetched once more, and what is
   * begun and not whole, or in hand, is of no use.
   */
  AttachmentEvidence evidence() throws IOException, InterruptedException {
    for (String digest : new AttachmentEvidence(ledger.fates(), Set.of()).owed()) {
      HttpResponse<byte[]> file = desk.fetch(digest);
      if (AttachmentClient.digest(file.body()).equals(digest)) {
        ledger.note(FileFate.KEPT, digest);
      }
    }
    return new AttachmentEvidence(ledger.fates(), leftOver());
  }

  private Set<String> leftOver() throws IOException {
    try (Stream<Path> all = Files.walk(spool)) {
      return all.filter(Files::isRegularFile)
          .map(file -> spool.relativize(file).toString())
          .filter(name -> name.endsWith(".part"))
          .collect(Collectors.toSet());
    }
  }

  @Override
  public void close() throws IOException {
    receiver.close();
    ledger.close();
  }
}
