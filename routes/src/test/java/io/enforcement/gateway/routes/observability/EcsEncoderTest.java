package io.enforcement.gateway.routes.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as sites collect it, by the very files that the gateway starts with. */
class EcsEncoderTest {

  private static final String FORGED = "one\r\ntwo\u2028{\"log\":{\"level\":\"ERROR\"}}";

  @Test
  void eachEventIsOneLineOfEcs() throws JoranException {
    String line = logged("ecs");

    assertThat(line.strip().lines()).hasSize(1);
    JsonNode event = JsonMapper.builder().build().readTree(line);
    assertThat(event.path("@timestamp").asString("")).isNotEmpty();
    assertThat(event.path("log").path("level").asString("")).isEqualTo("WARN");
    assertThat(event.path("log").path("logger").asString("")).isEqualTo("io.enforcement.gateway.x");
    assertThat(event.path("message").asString("")).isEqualTo(FORGED);
    assertThat(event.path("ecs").path("version").asString("")).isNotEmpty();
  }

  @Test
  void withoutAWishTheLogIsText() throws JoranException {
    assertThat(logged(null)).contains("WARN", "one | two | {").doesNotStartWith("{");
  }

  private static String logged(String form) throws JoranException {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    if (form != null) {
      context.putProperty("GATEWAY_LOG", form);
    }
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(EcsEncoderTest.class.getResource("/logback.xml"));
      assertThat(context.getLogger("ROOT").getAppender("console"))
          .isInstanceOf(ConsoleAppender.class);
      context.getLogger("io.enforcement.gateway.x").warn(FORGED);
      return written.toString(StandardCharsets.UTF_8);
    } finally {
      System.setErr(before);
      context.stop();
    }
  }
}
