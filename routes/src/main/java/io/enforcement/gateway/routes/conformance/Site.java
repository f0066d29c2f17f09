package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.sandbox.SecretFiles;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.side.TlsDoor;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A site for one candidate, in a directory of its own: its far sides, its pack in the folder of
 * packs, and a region that reports the records that the candidate is to receive. Used by one
 * thread.
 */
final class Site implements AutoCloseable {

  /** By which a source says what it sent on a day, and is answered. */
  static final String STATEMENT = "ReconciliationStatement";

  /** Who reports what the candidate is to receive. */
  static final String REGION = "conformance-region";

  private static final String ACCEPTED = "application/xml";
  private static final String EXCHANGE = "record";
  private static final List<String> LADDER = List.of("PT0.5S", "PT1S", "PT2S", "PT2S", "PT2S");
  private static final String REGION_PACK =
      """
      partner: %s
      name: { zh: 符合性试验地区, en: Region of the conformance run }
      sends:
        - exchange: %s
          via: rest
          accepts: [%s]
          translator: provinceRecordToStandard
      queries: %s
      """;

  /** In whose name the gateway answers. */
  private static final Map<String, String> BODY =
      Map.of("name", "示例区综合执法局", "uscc", "11640104MB1GXDM29U", "area-number", "640104");

  private final Candidate candidate;
  private final SiteValues values;
  private final boolean isReconciled;
  private final Sides sides;
  private final Secret secret;
  private final Secret regionSecret;
  private PostingPartner region;
  private PostingPartner asking;

  /**
   * Prepares the site; the gateway is not there yet.
   *
   * @param directory of the gateway's data
   * @param agreed what the partner holds for the secret that was agreed: the same, if it is right
   */
  Site(
      Candidate candidate,
      Cases cases,
      SiteValues values,
      Path directory,
      UnaryOperator<Secret> agreed) {
    this.candidate = candidate;
    this.values = values;
    isReconciled = cases.inStandardForm().isPresent();
    SecretFiles secrets = new SecretFiles(directory.resolve("secrets"));
    secret = agreed.apply(secrets.secret(candidate.credentials()));
    regionSecret = secrets.secret(REGION);
    Path packs = directory.resolve("partners");
    lay(packs.resolve(candidate.id()), candidate.installed());
    lay(
        packs.resolve(REGION),
        PackFiles.empty().with(PackFiles.SETTINGS, regionPack().getBytes(StandardCharsets.UTF_8)));
    sides = new Sides(candidate, cases, directory.resolve("far-sides"), secret, secrets::secret);
  }

  private static void lay(Path folder, PackFiles files) {
    try {
      for (String name : files.names()) {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, files.bytes(name).orElseThrow());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the pack cannot be laid into the sandbox", e);
    }
  }

  /** It may ask what the candidate answers. */
  private String regionPack() {
    Set<QueryKind> asks = new TreeSet<>();
    candidate.file().answers().forEach(answers -> asks.addAll(answers.queries()));
    return REGION_PACK.formatted(REGION, EXCHANGE, ACCEPTED, asks);
  }

  /** The settings of the installation. */
  Map<String, Object> properties() {
    Map<String, String> own = new HashMap<>(values.all());
    own.putAll(sides.settings());
    own.put("credentials", candidate.credentials());
    if (!candidate.file().receives().isEmpty()) {
      own.put("patience", "PT1S"); // nobody waits here for days until something is parked
    }
    Map<String, Object> properties = new HashMap<>(sides.properties());
    if (isReconciled) {
      properties.put("gateway.province.enabled", true);
    }
    if (isReconciled && getsAnswers()) {
      own.putIfAbsent("region", BODY.get("area-number"));
    }
    BODY.forEach((name, value) -> properties.put("gateway.queries.body." + name, value));
    // The first question loads half a library.
    properties.put("gateway.queries.timeout", "PT20S");
    properties.put("gateway.queries.partner-timeout", "PT15S");
    properties.putAll(new SitePartners(LADDER).with(candidate.id(), own).with(REGION).settings());
    return properties;
  }

  /** Answers to statements go to the partner that stands for a division. */
  private boolean getsAnswers() {
    return candidate.file().receives().stream().anyMatch(r -> r.records().contains(STATEMENT));
  }

  /** From now on there is a gateway. */
  void begin(URI gateway) {
    sides.begin(gateway);
    asking =
        new PostingPartner(
            gateway,
            candidate.id(),
            secret,
            Signer.proof(candidate, secret),
            sides.door().map(TlsDoor::partner).orElseGet(HttpClients::plain));
    region = new PostingPartner(gateway, REGION, regionSecret, client());
  }

  /** Whoever calls the gateway without a certificate. */
  HttpClient client() {
    return sides.door().map(TlsDoor::anybody).orElseGet(HttpClients::plain);
  }

  Sides sides() {
    return sides;
  }

  /** The secret as the partner holds it. */
  Secret secret() {
    return secret;
  }

  PostingPartner region() {
    return region;
  }

  /** The candidate where it asks something. */
  PostingPartner candidate() {
    return asking;
  }

  /** The region reports a record under this key; whether the gateway took it. */
  boolean report(String key, StandardRecord record) throws InterruptedException {
    return region.post(EXCHANGE, key, ACCEPTED, StandardXml.write(record)).status() == 202;
  }

  /** The exchange by which it does so. */
  static String reporting() {
    return EXCHANGE;
  }

  @Override
  public void close() {
    sides.close();
  }
}
