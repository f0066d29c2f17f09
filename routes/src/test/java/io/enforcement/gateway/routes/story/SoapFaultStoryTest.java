package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the SOAP door does not take, and what fails behind it, comes back as a fault of the caller's
 * own version that names the rule and speaks both languages.
 */
@Story
class SoapFaultStoryTest {

  private static final String RECEIPT =
      "<SAHZ xmlns=\"urn:example:police:case-linkage:v1\"><a>%s</a></SAHZ>";
  private static final String ORDER = "<order xmlns=\"urn:example:call-centre:v1\">%s</order>";

  /** What was used within half a second HikariCP lends again without a look. */
  private static final Duration LENT_UNSEEN = Duration.ofMillis(700);

  private final StoryGateway gateway;

  SoapFaultStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @ParameterizedTest
  @EnumSource
  void whoIsUnknownOrCannotProveIt(SoapVersion version) {
    Secret right = gateway.secret("police");
    Secret guess = new Secret("a-guess-of-somebody-else");

    for (SoapDesk.Answer answer :
        new SoapDesk.Answer[] {
          desk("police", guess, version).calls(key(), RECEIPT),
          desk("nobody-here", right, version).calls(key(), RECEIPT),
          desk("housing", right, version).calls(key(), RECEIPT)
        }) {
      isFault(answer, version, "authentication.username-token");
      isTheSenders(answer, version);
      assertThat(answer.text()).contains("UsernameToken：用户名为单位标识", "Check user name and secret");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTooLarge(SoapVersion version) {
    SoapDesk police = desk("police", gateway.secret("police"), version);

    SoapDesk.Answer answer = police.calls(key(), RECEIPT.formatted("x".repeat(1_048_576)));

    isFault(answer, version, "intake.size");
    isTheSenders(answer, version);
    assertThat(answer.text()).contains("不超过 1048576 字节", "at most 1048576 bytes");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoMessage(SoapVersion version) {
    SoapDesk police = desk("police", gateway.secret("police"), version);

    isFault(police.posts("<Envelope".getBytes(StandardCharsets.UTF_8)), version, "xml.truncated");
    isFault(police.posts(new byte[0]), version, "xml.truncated");
    isFault(police.calls(key(), "<a/><b/>"), version, "soap.body");
    isFault(police.calls(key(), "<unknown/>"), version, "soap.unknown-operation");
    isFault(police.calls("no key", RECEIPT), version, "request.idempotency-key");
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeSealedIsNotKept(SoapVersion version) {
    SoapDesk centre = desk("call-centre", gateway.secret("call-centre"), version);
    Books.Stored before = gateway.books().stored();

    SoapDesk.Answer answer = centre.calls(key(), ORDER.formatted("秋小川 13900004711"));

    isFault(answer, version, "json.syntax");
    isTheSenders(answer, version);
    assertThat(answer.text()).doesNotContain("秋小川", "13900004711");
    assertThat(gateway.books().stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeKeptNowIsTakenWhenItComesAgain(SoapVersion version) throws SQLException {
    SoapDesk police = desk("police", gateway.secret("police"), version);
    String key = key();
    SoapDesk.Answer answer;

    loseTheDatabase();
    try {
      answer = police.calls(key, RECEIPT);
    } finally {
      findItAgain();
    }

    isFault(answer, version, "unavailable");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.text()).contains(version == SoapVersion.V1_1 ? ":Server" : ":Receiver");
    gateway.eventually(() -> assertThat(police.calls(key, RECEIPT).all("messageId")).hasSize(1));
  }

  private static void isFault(SoapDesk.Answer answer, SoapVersion version, String rule) {
    assertThat(answer.type()).isEqualToIgnoringWhitespace(version.contentType());
    assertThat(answer.envelope()).isEqualTo(version.namespace());
    assertThat(answer.all("Fault")).hasSize(1);
    assertThat(answer.all("rule")).containsExactly(rule);
    // Chinese and English, in the reason as well as in each finding.
    String reasons =
        version == SoapVersion.V1_1
            ? answer.all("faultstring").get(0)
            : String.join(" / ", answer.all("Text"));
    assertThat(reasons).matches("(?s).*\\p{IsHan}.* / [A-Za-z].*");
    assertThat(answer.all("expected").get(0)).matches("(?s).* / .+");
    assertThat(answer.all("fix").get(0)).matches("(?s).*\\p{IsHan}.* / [A-Za-z].*");
  }

  private static void isTheSenders(SoapDesk.Answer answer, SoapVersion version) {
    boolean first = version == SoapVersion.V1_1;
    assertThat(answer.status()).isEqualTo(first ? 500 : 400);
    assertThat(answer.text()).contains(first ? ":Client<" : ":Sender<");
  }

  /** Nobody of the running gateway is let in any more. */
  private void loseTheDatabase() throws SQLException {
    administers(
        "alter role gateway_runtime nologin",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway_runtime'");
  }

  /** Until no connection is left that the pools would lend without looking whether it lives. */
  private void findItAgain() throws SQLException {
    administers("alter role gateway_runtime login");
    LockSupport.parkNanos(LENT_UNSEEN.toNanos());
  }

  private void administers(String... statements) throws SQLException {
    try (Connection line = gateway.part(EmbeddedDatabase.class).administer("gateway");
        Statement statement = line.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private SoapDesk desk(String partner, Secret secret, SoapVersion version) {
    return new SoapDesk(gateway.base(), partner, secret, version);
  }

  private static String key() {
    return "story-" + UUID.randomUUID();
  }
}
