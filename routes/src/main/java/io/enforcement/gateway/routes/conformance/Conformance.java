package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.GatewayApi;
import io.enforcement.gateway.routes.sandbox.GatewayLauncher;
import io.enforcement.gateway.routes.sandbox.RunningGateway;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One conformance run: starts far sides and a gateway of its own on loopback, climbs the ladder and
 * writes down what came of each step. A rung that fails does not keep the next from being tried.
 */
public final class Conformance {

  private final Candidate candidate;
  private final Map<String, String> given;
  private final Path directory;
  private final GatewayLauncher launcher;
  private final UnaryOperator<Secret> agreed;
  private final Climb climb;
  private final Texts texts;

  private Conformance(
      Candidate candidate,
      Map<String, String> given,
      Path directory,
      GatewayLauncher launcher,
      UnaryOperator<Secret> agreed,
      Locale language,
      PrintStream watcher) {
    this.candidate = candidate;
    this.given = given;
    this.directory = directory;
    this.launcher = launcher;
    this.agreed = agreed;
    texts = new Texts(language);
    climb = new Climb(texts, watcher);
  }

  /**
   * Runs the ladder.
   *
   * @param given settings of the partner at its site that its samples cannot tell
   * @param directory data of the gateway; empty, and of no further use afterwards
   * @param launcher starts the gateway on that directory
   * @param agreed what the partner holds for the secret that was agreed: the same, unless one wants
   *     to see that the run says so
   * @param language of the certificate
   * @param watcher is told of each step
   * @param version of the gateway
   * @throws IllegalArgumentException when there is no partner to climb
   */
  public static Certificate run(
      Candidate candidate,
      Map<String, String> given,
      Path directory,
      GatewayLauncher launcher,
      UnaryOperator<Secret> agreed,
      Locale language,
      PrintStream watcher,
      String version)
      throws InterruptedException {
    return new Conformance(candidate, given, directory, launcher, agreed, language, watcher)
        .certificate(version);
  }

  private Certificate certificate(String version) throws InterruptedException {
    boolean sound = new FilesRung(candidate, climb).climb();
    boolean climbed = sound && inSandbox();
    if (!climbed) {
      for (Rung rung : EnumSet.complementOf(EnumSet.of(Rung.FILES))) {
        climb.onto(rung);
        climb.notRun("rung", "", "no-gateway");
      }
    }
    List<Certificate.RungResult> rungs = climb.rungs();
    Map<String, Long> counts = Certificate.counts(rungs);
    Optional<Candidate> named = sound ? Optional.of(candidate) : Optional.empty();
    return new Certificate(
        Certificate.FORMAT,
        named.map(Candidate::id).orElse(""),
        named.map(c -> c.file().name()).orElse(Map.of()),
        candidate.shipped() ? "shipped" : "pack",
        candidate.pack().digest(),
        version,
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        texts.language(),
        Certificate.verdict(counts),
        counts,
        rungs);
  }

  /** Whether the gateway ran. */
  private boolean inSandbox() throws InterruptedException {
    Cases cases;
    SiteValues values;
    Site site;
    try {
      cases = new Cases(candidate);
      values = new SiteValues(candidate.file().receives(), cases, given);
      climb.say(texts.of("page.starting"));
      site = new Site(candidate, cases, values, directory, agreed);
    } catch (RuntimeException e) {
      climb.fail("service", "", "no-site", plain(e));
      return false;
    }
    try (site) {
      RunningGateway gateway;
      try {
        gateway = launcher.launch(site.properties());
      } catch (RuntimeException e) {
        climb.fail("service", "", "no-site", plain(e));
        return false;
      }
      try (gateway) {
        GatewayApi api = new GatewayApi(gateway, site.client());
        Optional<String> lacking = api.notInService(candidate.id());
        if (lacking.isPresent()) {
          climb.fail("service", "", "no-site", lacking.get());
          return false;
        }
        climb.pass("service", "", "service");
        site.begin(gateway.base());
        ladder(new Ascent(candidate, cases, values, site, new Gateway(api, site), climb), gateway);
        return true;
      }
    }
  }

  private void ladder(Ascent ascent, RunningGateway gateway) throws InterruptedException {
    rung(() -> new SignatureRung(ascent, gateway.base()).climb());
    rung(() -> new SendRung(ascent).climb());
    rung(() -> new ReceiveRung(ascent).climb());
    rung(() -> new RepetitionRung(ascent).climb());
    rung(() -> new ReceiptRung(ascent, gateway.base()).climb());
    rung(() -> new ReconciliationRung(ascent).climb());
  }

  /** What a rung tries. */
  @FunctionalInterface
  private interface Steps {
    void climb() throws InterruptedException;
  }

  /** A rung that breaks is told and does not keep the next from being tried. */
  private void rung(Steps steps) throws InterruptedException {
    try {
      steps.climb();
    } catch (RuntimeException e) {
      climb.fail("rung", "", "broke", e.getClass().getSimpleName());
    }
  }

  /** The innermost reason, which names the setting that is wrong and never a secret. */
  private String plain(RuntimeException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return message.replace(directory.toString(), "…");
  }
}
