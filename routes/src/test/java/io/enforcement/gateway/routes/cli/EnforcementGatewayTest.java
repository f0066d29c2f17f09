package io.enforcement.gateway.routes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.ChildJava;
import io.enforcement.gateway.routes.broker.FarBroker;
import io.enforcement.gateway.routes.database.SharedPrograms;
import io.enforcement.gateway.standards.edition.Edition;
import io.enforcement.gateway.standards.edition.EditionFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnforcementGatewayTest {

  private static final Pattern READY =
      Pattern.compile("is ready: port (\\d+), management port (\\d+),");

  @TempDir Path temporary;

  @Test
  void servesUntilItIsToldToStop() throws Exception {
    Path output = temporary.resolve("output");
    SharedPrograms.linkInto(data());
    Process gateway =
        ChildJava.start(
            output, EnforcementGateway.class, "--data-dir", data().toString(), "--port", "0");
    try {
      await().atMost(Duration.ofSeconds(120)).until(() -> ready(output).find());
      Matcher line = ready(output);
      assertThat(line.find()).isTrue();
      String actuator = "http://127.0.0.1:" + line.group(2) + "/actuator/";
      assertThat(status(actuator + "health/readiness")).isEqualTo(200);
      assertThat(status(actuator + "health/liveness")).isEqualTo(200);
      assertThat(status(actuator + "env")).isNotEqualTo(200);
      assertThat(status(actuator + "heapdump")).isNotEqualTo(200);
      servesTheStandard("http://127.0.0.1:" + line.group(1) + "/standards/");
      secondGatewayIsRefused();
    } finally {
      gateway.destroy();
      gateway.destroy(); // who cannot wait says it twice
      if (!gateway.waitFor(60, TimeUnit.SECONDS)) {
        gateway.destroyForcibly();
      }
    }
    assertThat(gateway.exitValue()).isZero();
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(output)).doesNotContain("WARN", "ERROR", "\tat ");
  }

  /** Told to stop as soon as this file is there, which is somewhere in the middle of the start. */
  @ParameterizedTest
  @ValueSource(strings = {"postgres.unfinished", "postgres/postmaster.pid", "broker"})
  void endsAtOnceWhenItIsToldToStopBeforeItIsReady(String file) throws Exception {
    Path output = temporary.resolve("output");
    SharedPrograms.linkInto(data());
    Process gateway =
        ChildJava.start(
            output, EnforcementGateway.class, "--data-dir", data().toString(), "--port", "0");
    try {
      await()
          .atMost(Duration.ofSeconds(120))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Files.exists(data().resolve(file)));
      gateway.destroy();
      assertThat(gateway.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      gateway.destroyForcibly();
    }
    assertThat(gateway.exitValue()).isEqualTo(143);
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(Files.readString(output)).doesNotContain("ERROR", "\tat ", "is ready: ");
  }

  /** The partners of the demonstration have a database of their own, which runs before ours. */
  @ParameterizedTest
  @ValueSource(strings = {"sandbox/credit/postgres/postmaster.pid", "fault switches: "})
  void aDemonstrationThatIsToldToStopLeavesNoServerBehind(String sign) throws Exception {
    Path credit = data().resolve("sandbox/credit");
    SharedPrograms.linkInto(credit);
    SharedPrograms.linkInto(data());
    Path output = temporary.resolve("output");
    Process demonstration =
        ChildJava.start(
            output,
            EnforcementGateway.class,
            "demo",
            "--data-dir",
            data().toString(),
            "--port",
            "0");
    try {
      await()
          .atMost(Duration.ofSeconds(180))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> Files.exists(data().resolve(sign)) || Files.readString(output).contains(sign));
      demonstration.destroy();
      assertThat(demonstration.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      demonstration.destroyForcibly();
    }
    assertThat(demonstration.exitValue()).isEqualTo(143);
    assertThat(credit.resolve("postgres")).exists();
    assertThat(credit.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(0));
      assertThatStartFailsWith(
          "Port " + taken.getLocalPort() + " is taken", "" + taken.getLocalPort());
    }
  }

  @Test
  void namesADirectoryThatCannotBeWritten() throws Exception {
    Files.writeString(data(), "a file in the directory's place");
    assertThatStartFailsWith("The data directory " + data() + " cannot be written", "0");
  }

  @Test
  void namesTheLineOfADamagedSettingsFile() throws Exception {
    settings("gateway:\n  database: {\n  intake-pool: 3\n");
    assertThatStartFailsWith("gateway.yaml is not valid YAML at line ", "0");
  }

  @Test
  void namesADamagedSettingAndWhatIsExpectedButNotTheValue() throws Exception {
    settings("gateway:\n  database:\n    intake-pool: hunter2\n");
    String line = assertThatStartFailsWith("gateway.database.intake-pool", "0");
    assertThat(line)
        .contains("gateway.yaml")
        .contains("3:18")
        .contains("expected a number")
        .doesNotContain("hunter2");
  }

  @Test
  void namesASettingThatDoesNotExist() throws Exception {
    settings("gateway:\n  database:\n    intake-pol: 3\n");
    assertThatStartFailsWith("gateway.database.intake-pol does not exist", "0");
  }

  @Test
  void saysWhatASettingMayBe() throws Exception {
    SharedPrograms.linkInto(data());
    settings("gateway:\n  intake:\n    max-bytes: 12\n");
    assertThatStartFailsWith(
        "enforcement-gateway: gateway.intake.max-bytes is 12: from 1024 to 67108864.", "0");
  }

  @Test
  void namesABrokerThatRefusesTheAccount() throws Exception {
    try (FarBroker far = FarBroker.open(temporary.resolve("far"), new Secret("the-right-one"))) {
      SharedPrograms.linkInto(data());
      settings(
          "gateway:\n  broker:\n    url: %s\n    user: %s\n    password-name: far-broker\n"
              .formatted(far.url(), FarBroker.ACCOUNT));
      Files.createDirectories(data().resolve("secrets"));
      Files.writeString(data().resolve("secrets/far-broker"), "hunter2\n");

      String line = assertThatStartFailsWith("refuses the account " + FarBroker.ACCOUNT, "0");

      assertThat(line).contains("gateway.broker.password-name").doesNotContain("hunter2");
    }
  }

  @Test
  void misuseIsNotTakenForAFailure() {
    assertThat(EnforcementGateway.run("--no-such-option")).isEqualTo(2);
    assertThat(EnforcementGateway.run("--help")).isZero();
    assertThat(EnforcementGateway.run("--version")).isZero();
    assertThat(EnforcementGateway.run("serve", "--help")).isZero();
  }

  private static void servesTheStandard(String address) throws Exception {
    assertThat(status(address)).isEqualTo(302);
    assertThat(status(address + Edition.NAME + "/no-such-file")).isEqualTo(404);
    for (String path : List.of("manifest.csv", "zh/index.html", "xsd/acts.xsd")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address + Edition.NAME + "/" + path)).build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
      EditionFile file = Edition.current().file(path).orElseThrow();
      assertThat(answer.body()).isEqualTo(file.bytes());
      assertThat(answer.headers().firstValue("ETag")).contains("\"" + file.sha256() + "\"");
      assertThat(answer.headers().firstValue("Repr-Digest"))
          .contains("sha-256=:" + Base64.getEncoder().encodeToString(sha256(file.bytes())) + ":");
    }
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private void secondGatewayIsRefused() throws Exception {
    assertThatStartFailsWith("Another gateway is running on the data directory", "0");
  }

  private String assertThatStartFailsWith(String text, String port) throws Exception {
    Path output = Files.createTempFile(temporary, "failed", ".log");
    Process gateway =
        ChildJava.start(
            output,
            EnforcementGateway.class,
            "serve",
            "--data-dir",
            data().toString(),
            "--port",
            port);
    assertThat(gateway.waitFor()).isEqualTo(1);
    String told = Files.readString(output);
    assertThat(told).contains(text).doesNotContain("\tat ");
    assertThat(told.lines().filter(line -> line.startsWith("enforcement-gateway: "))).hasSize(1);
    return told;
  }

  private Matcher ready(Path output) throws IOException {
    return READY.matcher(Files.readString(output));
  }

  private void settings(String yaml) throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("gateway.yaml"), yaml);
  }

  private Path data() {
    return temporary.resolve("data");
  }

  private static int status(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
