package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Identifiers go in at every door and come out in no line of the log. */
@Story
class LogStoryTest {

  private static final String IDENTITY = "640181197806213043";
  private static final String PHONE = "13909511234";
  private static final String NAME = "尉迟望舒";
  private static final List<String> PERSONAL = List.of(IDENTITY, PHONE, NAME);

  private final StoryGateway gateway;
  private final Lines lines = new Lines();
  private Level level;

  LogStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  /** Everything that any logger says, as it would be written. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      said.add(
          event.getLoggerName()
              + " "
              + event.getFormattedMessage()
              + trace
              + event.getMDCPropertyMap());
    }
  }

  @BeforeEach
  void listen() {
    level = root().getLevel();
    root().setLevel(Level.INFO);
    lines.start();
    root().addAppender(lines);
  }

  @AfterEach
  void endListening() {
    root().detachAppender(lines);
    root().setLevel(level);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void noLineOfTheLogNamesAnybody() {
    Desk housing = gateway.housing();
    Paper good = about(Paper.decision());

    Reply sent = housing.sends(good);
    housing.sends(about(Paper.decision().with("决定日期", IDENTITY)));
    housing.sends(about(Paper.decision().with(IDENTITY, PHONE)));
    housing.sends(about(Paper.decision().with("程序", NAME)));
    housing.sends(about(Paper.decision().without("决定书文号")));
    housing.sends(about(Paper.decision()).in(IDENTITY));
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply parked = housing.sends(about(Paper.decision()));
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(sent).delivery("credit")).isEqualTo("DELIVERED");
          assertThat(housing.looksUp(parked).delivery("publicity")).isEqualTo("PARKED");
        });
    gateway.publicity().behave(Behaviour.ok());
    Operator program = gateway.operator();
    for (String path :
        List.of(
            "/api/v1/messages/by-key?key=" + IDENTITY,
            "/api/v1/messages/" + IDENTITY,
            "/api/v1/exchanges/" + PHONE + "/" + IDENTITY,
            "/nowhere/" + IDENTITY)) {
      program.reads(path);
      program.posts(path, "application/json", ("{\"" + IDENTITY).getBytes(StandardCharsets.UTF_8));
    }
    Visitor visitor = new Visitor(gateway.base());
    visitor.signsIn(IDENTITY, PHONE);
    gateway
        .visitor("v" + System.nanoTime(), Role.REVIEWER)
        .submits(
            "/console/messages",
            "/console/messages/" + sent.messageId() + "/unmasking",
            Map.of("reason", "OTHER", "explanation", IDENTITY));

    root().info("the end of the story");
    assertThat(lines.said).as("what is listened to").anyMatch(l -> l.contains("end of the story"));
    assertThat(lines.said)
        .allSatisfy(line -> assertThat(line).doesNotContain(PERSONAL.toArray(String[]::new)));
  }

  private static Paper about(Paper paper) {
    return paper
        .with("违法事实", NAME + "（" + IDENTITY + "，" + PHONE + "）未取得施工许可证")
        .with("备注", IDENTITY);
  }
}
