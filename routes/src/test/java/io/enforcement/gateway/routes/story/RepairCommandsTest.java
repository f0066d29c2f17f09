package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.story.RestReceiver.Manner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands do what the API does, with the rights of whose token they carry. */
@Story
class RepairCommandsTest {

  private final StoryGateway gateway;
  private final Desk housing;
  private final String operatorToken;
  private final String reviewerToken;

  @TempDir Path folder;
  private Path operator;
  private Path reviewer;

  private record Ended(int code, String out, String err) {}

  RepairCommandsTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
    this.operatorToken = gateway.token("command-operator", Role.OPERATOR);
    this.reviewerToken = gateway.token("command-reviewer", Role.REVIEWER);
  }

  @BeforeEach
  void tokens() throws IOException {
    operator = Files.writeString(folder.resolve("operator"), operatorToken);
    reviewer = Files.writeString(folder.resolve("reviewer"), reviewerToken);
  }

  @Test
  void aDoubtIsLookedAtDecidedAndConfirmed() {
    gateway.prosecutor().behave(Manner.FAILS_AFTER_THE_WORK);
    Reply sent = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("prosecutor")).isEqualTo("IN_DOUBT"));
    String entry =
        gateway
            .operator()
            .parked(sent.messageId(), "prosecutor")
            .orElseThrow()
            .path("id")
            .asString();

    Ended shown = run(operator, "parked", "show", entry);
    assertThat(shown.code()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("IN_DOUBT", "TWO_PEOPLE", "Ambiguous", "bytes");
    Ended proposed = run(operator, "parked", "decide", entry, "arrived", "--reason", "seen there");
    assertThat(proposed.code()).as(proposed.err()).isZero();
    String proposal = proposed.out().split(" ")[0];
    assertThat(run(operator, "proposals").out()).contains(proposal);
    assertThat(run(operator, "proposals", "confirm", proposal).code()).isEqualTo(1);
    Ended confirmed = run(reviewer, "proposals", "confirm", proposal);

    assertThat(confirmed.code()).as(confirmed.err()).isZero();
    assertThat(confirmed.out()).contains("DONE", "ARRIVED", "command-operator command-reviewer");
    assertThat(housing.looksUp(sent).delivery("prosecutor")).isEqualTo("DELIVERED");
  }

  @Test
  void aGroupIsTriedDryReplayedAndShown() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply sent = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("publicity")).isEqualTo("PARKED"));
    gateway.publicity().behave(Behaviour.ok());
    String group =
        run(operator, "groups")
            .out()
            .lines()
            .filter(line -> line.contains("publicity") && line.contains("TRANSIENT"))
            .findFirst()
            .orElseThrow()
            .split(" ")[0];

    Ended started =
        run(operator, "replay", "start", "--group", group, "--per-minute", "6000", "--dry-run");

    assertThat(started.code()).as(started.err()).isZero();
    String job = started.out().split(" ")[0];
    gateway.eventually(
        () -> assertThat(run(operator, "replay", "show", job).out()).contains("PAUSED"));
    assertThat(run(operator, "replay", "entries", job).out()).contains("sha256:", sent.messageId());
    assertThat(run(reviewer, "replay", "approve", job).code()).as("not proposed").isEqualTo(1);
    assertThat(run(operator, "replay", "resume", job).code()).isZero();
    gateway.eventually(
        () -> assertThat(run(operator, "replay", "list").out()).contains(job + "  DONE"));
    assertThat(run(operator, "replay", "stop", job).code()).isEqualTo(1);
    assertThat(housing.looksUp(sent).trail("publicity")).contains("REPLAYED");
  }

  @Test
  void whatIsMeantMustBeSaid() {
    for (List<String> misuse :
        List.of(
            List.of("replay"),
            List.of("parked", "discard", "--reason", "x"),
            List.of("parked", "decide", "00000000-0000-0000-0000-000000000000", "arrived"))) {
      assertThat(run(operator, misuse.toArray(String[]::new)).code())
          .as(misuse.toString())
          .isEqualTo(2);
    }
  }

  private Ended run(Path token, String... words) {
    String[] all =
        Stream.concat(
                Arrays.stream(words),
                Stream.of("--url", gateway.base().toString(), "--token-file", token.toString()))
            .toArray(String[]::new);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new EnforcementGateway())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(all);
    return new Ended(code, out.toString(), err.toString());
  }
}
