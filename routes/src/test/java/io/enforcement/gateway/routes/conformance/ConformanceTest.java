package io.enforcement.gateway.routes.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.cli.ConformanceRun;
import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs: a pack that was just begun passes, and what is wrong fails where it is wrong. */
@Timeout(600)
class ConformanceTest {

  private static final String MAPPING = "penalty-decision.jslt";

  @TempDir Path directory;

  @Test
  void aPackThatWasJustBegunPassesOverAllItsTransports() throws InterruptedException {
    Certificate certificate =
        ConformanceRun.of(Candidate.of(begun()), directory, UnaryOperator.identity());

    assertThat(steps(certificate, Result.FAIL)).isEmpty();
    assertThat(passed(certificate))
        .contains(
            "service",
            "signed",
            "wrong-key",
            "altered-body",
            "stale",
            "repeated-nonce",
            "account",
            "host-key",
            "send",
            "deliver",
            "document",
            "refusal",
            "duplicate",
            "conflict",
            "retry",
            "order",
            "parking",
            "replay",
            "inquiry",
            "inquiry-refused",
            "status",
            "totals");
    assertThat(steps(certificate, Result.NOT_RUN))
        .as("no exchange of it carries statements")
        .extracting(Step::id)
        .contains("day", "differences", "missing-named", "healing");
    assertThat(certificate.verdict()).isEqualTo("passed-with-not-run");
    assertThat(certificate.partner()).isEqualTo("fire-protection");
    assertThat(certificate.pack()).isEqualTo(begun().digest());
    assertThat(certificate.rungs()).extracting(Certificate.RungResult::id).hasSize(7);
  }

  @Test
  void aPartnerThatIsAskedGetsItsQuestionsAndItsRepliesAreRead() throws InterruptedException {
    Candidate justice = ShippedCandidate.of("justice").orElseThrow();

    Certificate certificate = ConformanceRun.of(justice, directory, UnaryOperator.identity());

    assertThat(steps(certificate, Result.FAIL)).isEmpty();
    assertThat(steps(certificate, Result.PASS))
        .filteredOn(step -> step.subject().startsWith("certificate-query"))
        .extracting(step -> step.id() + " " + step.subject())
        .contains(
            "question certificate-query on-a-day",
            "question certificate-query today",
            "reply certificate-query suspended",
            "reply certificate-query unknown",
            "reply certificate-query no-json",
            "reply certificate-query another-document",
            "question-away certificate-query");
  }

  @Test
  void aSourceOfStandardRecordsStatesADayAndMendsWhatDiffers() throws InterruptedException {
    Candidate region = ShippedCandidate.of("region").orElseThrow();

    Certificate certificate = ConformanceRun.of(region, directory, UnaryOperator.identity());

    assertThat(steps(certificate, Result.FAIL)).isEmpty();
    assertThat(passed(certificate))
        .contains("totals", "day", "differences", "missing-named", "healing");
  }

  @Test
  void aPartnerOfWorkbooksClimbsTheWholeLadder() throws InterruptedException {
    Candidate socialSecurity = ShippedCandidate.of("social-security").orElseThrow();

    Certificate certificate =
        ConformanceRun.of(socialSecurity, directory, UnaryOperator.identity());

    assertThat(steps(certificate, Result.FAIL)).isEmpty();
    assertThat(passed(certificate))
        .contains(
            "samples",
            "send",
            "deliver",
            "document",
            "duplicate",
            "conflict",
            "retry",
            "order",
            "parking",
            "replay",
            "receipt",
            "deadlines",
            "totals");
  }

  @Test
  void aPartnerThatIsKnownByItsCertificateComesInByItAndNobodyElseDoes()
      throws InterruptedException {
    PackFiles pack = begun();
    String settings = pack.text(PackFiles.SETTINGS).orElseThrow();
    PackFiles certified =
        pack.with(PackFiles.SETTINGS, bytes(settings + "authentication: mutual-tls\n"));

    Certificate certificate =
        ConformanceRun.of(Candidate.of(certified), directory, UnaryOperator.identity());

    assertThat(steps(certificate, Result.FAIL)).isEmpty();
    assertThat(passed(certificate))
        .contains("certificate", "foreign-certificate", "no-certificate", "send", "status");
    assertThat(steps(certificate, Result.PASS))
        .extracting(Step::subject)
        .contains("penalty-decision ordinary");
  }

  @Test
  void aPartnerWithAnotherSecretFailsAtTheSignatureAndSendsNothing() throws InterruptedException {
    Candidate housing = ShippedCandidate.of("housing").orElseThrow();

    Certificate certificate =
        ConformanceRun.of(housing, directory, agreed -> new Secret("mistyped-by-the-department"));

    assertThat(certificate.verdict()).isEqualTo("failed");
    assertThat(steps(certificate, Result.FAIL)).extracting(Step::id).contains("signed", "send");
    assertThat(passed(certificate))
        .contains("pack", "samples", "wrong-key")
        .doesNotContain("signed");
    assertThat(steps(certificate, Result.FAIL))
        .allSatisfy(step -> assertThat(step.fix()).as(step.id()).isNotBlank());
  }

  @Test
  void aWrongMappingFailsAtItsSamples() throws InterruptedException {
    PackFiles pack = begun();
    String mapping = pack.text(MAPPING).orElseThrow();
    String wrong = mapping.replace("gw:required($row.punishFileNum, \"punishFileNum\")", "\"1\"");
    assertThat(wrong).isNotEqualTo(mapping);

    Certificate certificate = withoutGateway(pack.with(MAPPING, bytes(wrong)));

    assertThat(steps(certificate, Result.FAIL)).extracting(Step::id).contains("samples");
    assertThat(passed(certificate)).contains("pack");
  }

  @Test
  void aPackThatCannotBeInstalledIsToldAndNothingElseIsTried() throws InterruptedException {
    Certificate certificate =
        withoutGateway(begun().with(PackFiles.SETTINGS, bytes("partner: a\nnme: b\n")));

    assertThat(steps(certificate, Result.FAIL)).extracting(Step::id).containsOnly("pack");
    assertThat(passed(certificate)).isEmpty();
    assertThat(certificate.verdict()).isEqualTo("failed");
  }

  /** The gateway does not start; what needs none is tried all the same. */
  private Certificate withoutGateway(PackFiles pack) throws InterruptedException {
    return Conformance.run(
        Candidate.of(pack),
        Map.of(),
        directory,
        properties -> {
          throw new IllegalStateException("not in this test");
        },
        UnaryOperator.identity(),
        Locale.ENGLISH,
        System.err,
        "test");
  }

  private static PackFiles begun() {
    PackFiles pack = PackFiles.empty();
    Map<String, String> files =
        NewPack.of(
            "fire-protection",
            "消防救援机构",
            List.of(
                NewExchange.of(true, "penalty-decision:PenaltyDecision:rest:json"),
                NewExchange.of(true, "inspection:Inspection:sftp:csv"),
                NewExchange.of(false, "licence:LicenceDecision:rest:json")),
            LocalDate.now());
    for (Map.Entry<String, String> file : files.entrySet()) {
      // Only the department knows by which right it receives.
      String settled = file.getValue().replace("待填", "试验");
      pack = pack.with(file.getKey(), bytes(settled));
    }
    String asking =
        pack.text(PackFiles.SETTINGS).orElseThrow() + "queries: [ITEM_HOLDER, LICENCES]\n";
    return pack.with(PackFiles.SETTINGS, bytes(asking));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> passed(Certificate certificate) {
    return steps(certificate, Result.PASS).stream().map(Step::id).distinct().toList();
  }

  private static List<Step> steps(Certificate certificate, Result result) {
    return certificate.rungs().stream()
        .flatMap(rung -> rung.steps().stream())
        .filter(step -> step.result() == result)
        .toList();
  }
}
