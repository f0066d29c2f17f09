package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.audit.Verifier;
import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.security.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What happened to a message can be proven to somebody who trusts nobody here. */
@Story
class AuditStoryTest {

  private static final String AUDITOR = "story-auditor";

  private final StoryGateway gateway;

  @TempDir Path folder;
  private Operator auditor;

  AuditStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @BeforeAll
  void thereIsAnAuditor() {
    auditor = gateway.person(AUDITOR, Role.AUDITOR);
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void theEvidenceOfAMessageHoldsOutsideToo() throws Exception {
    String message = delivered();
    Path file = Files.writeString(folder.resolve("evidence.json"), evidence(message).toString());

    assertThat(Verifier.run(file, "--key", key().toString(), "--checkpoints", files().toString()))
        .contains("good: ", message);

    String forged = Files.readString(file).replace("\"DELIVERED\"", "\"REFUSED\"");
    assertThat(Verifier.run(Files.writeString(file, forged), "--key", key().toString()))
        .contains("is not the one that was signed at this position");
  }

  @Test
  void everyMilestoneShowsItsPosition() {
    String message = delivered();

    gateway.eventually(
        () -> {
          List<Long> positions = new ArrayList<>();
          for (JsonNode milestone : auditor.asksFor(message).json().path("milestones")) {
            assertThat(milestone.path("position").isNumber()).as("%s", milestone).isTrue();
            positions.add(milestone.path("position").asLong());
          }
          assertThat(positions).hasSizeGreaterThan(3).isSorted().doesNotHaveDuplicates();
        });
  }

  @Test
  void evidenceGetsTheSenderAndTheAuditor() {
    String message = delivered();
    evidence(message);

    String path = "/api/v1/messages/" + message + "/evidence";
    assertThat(gateway.housing().reads(path).status()).isEqualTo(200);
    assertThat(gateway.desk("market").reads(path).status()).isEqualTo(404);
    assertThat(gateway.operator().reads(path).status()).isEqualTo(403);
    assertThat(gateway.operator().reads("/api/v1/audit/verification").status()).isEqualTo(403);
    assertThat(gateway.operator().reads("/api/v1/audit/trail").status()).isEqualTo(403);
  }

  @Test
  void theCommandsWriteEvidenceAndCheckTheWhole() throws Exception {
    String message = delivered();
    evidence(message);
    String token =
        gateway
            .part(io.enforcement.gateway.routes.security.People.class)
            .add("story", "audit-commands", Role.AUDITOR)
            .token();
    Path tokenFile = Files.writeString(folder.resolve("token"), token);
    Path evidence = folder.resolve("evidence.json");
    Path trail = folder.resolve("trail.ndjson");

    assertThat(run(tokenFile, "evidence", "--message", message, "--out", evidence.toString()))
        .contains("enforcement-gateway/");
    assertThat(Files.readString(evidence)).contains("\"RECEIVED\"", "BEGIN PUBLIC KEY");
    assertThat(run(tokenFile, "verify-audit")).startsWith("good: ");
    assertThat(run(tokenFile, "verify-audit", "--export", trail.toString())).contains("✓");
    assertThat(Files.readAllLines(trail).get(0)).contains("enforcement-gateway-trail-1");
  }

  @Test
  void theKeyIsNobodyElsesAndThePublicHalfLiesBesideTheCheckpoints() throws Exception {
    Path secret = data().resolve("secrets/audit-key");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(key())).startsWith("-----BEGIN PUBLIC KEY-----");
    assertThat(Files.readString(files().resolve("audit-key.vkey")))
        .startsWith("enforcement-gateway/");
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void theSecurityAdministratorTurnsTheKeyAndNobodyElse() throws Exception {
    String before = Files.readString(key());
    String signedBefore = delivered();
    JsonNode old = evidence(signedBefore);
    Operator security = gateway.person("key-administrator", Role.SECURITY_ADMINISTRATOR);
    Operator audit = gateway.person("log-administrator", Role.AUDIT_ADMINISTRATOR);
    for (Operator other : List.of(audit, auditor, gateway.operator())) {
      assertThat(other.posts("/api/v1/audit/key").status()).isEqualTo(403);
      assertThat(other.posts("/api/v1/audit/new-log-approval").status()).isEqualTo(403);
    }

    Reply turned = security.posts("/api/v1/audit/key");

    assertThat(turned.status()).isEqualTo(200);
    assertThat(Files.readString(key()))
        .isEqualTo(turned.json().path("publicKey").asString())
        .isNotEqualTo(before);
    Path trusted = Files.writeString(folder.resolve("before.pem"), before);
    Path file = folder.resolve("evidence.json");
    for (JsonNode each : List.of(old, evidence(delivered()))) {
      Files.writeString(file, each.toString());
      assertThat(
              Verifier.run(file, "--key", trusted.toString(), "--checkpoints", files().toString()))
          .contains("good: ");
    }
  }

  @Test
  void aNewLogNeedsAFork() {
    Operator audit = gateway.person("fork-administrator", Role.AUDIT_ADMINISTRATOR);
    JsonNode head = auditor.reads("/api/v1/audit/head").json();
    assertThat(head.path("forked").asBoolean()).isFalse();

    Reply reply = audit.posts("/api/v1/audit/new-log?size=1&root=x&reason=because");

    assertThat(reply.json().path("problem").asString()).isEqualTo("the log has not forked");
    assertThat(audit.posts("/api/v1/audit/new-log?size=1&root=x&reason=a%0Ab").rule())
        .isEqualTo("request.reason");
    assertThat(auditor.posts("/api/v1/audit/new-log?size=1&root=x&reason=because").status())
        .isEqualTo(403);
  }

  private String delivered() {
    Desk housing = gateway.housing();
    Reply receipt = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    return receipt.messageId();
  }

  /** As soon as the delivery is covered, too. */
  private JsonNode evidence(String message) {
    JsonNode[] found = new JsonNode[1];
    gateway.eventually(
        () -> {
          Reply reply = auditor.reads("/api/v1/messages/" + message + "/evidence");
          assertThat(reply.status()).isEqualTo(200);
          assertThat(reply.json().toString()).contains("\"DELIVERED\"");
          found[0] = reply.json();
        });
    return found[0];
  }

  private String run(Path token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", gateway.base().toString(), "--token-file", token.toString()));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new EnforcementGateway())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  private Path data() {
    return gateway.part(DataDirectory.class).path();
  }

  private Path files() {
    return data().resolve("audit");
  }

  private Path key() {
    return files().resolve("audit-key.pem");
  }
}
