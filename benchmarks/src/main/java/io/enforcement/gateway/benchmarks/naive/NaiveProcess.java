package io.enforcement.gateway.benchmarks.naive;

import io.enforcement.gateway.benchmarks.machine.Database;
import io.enforcement.gateway.benchmarks.traffic.Numbered;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A naive flow with its own database and broker. Run as a process by the load harness, inside the
 * test by the tests.
 */
public final class NaiveProcess implements AutoCloseable {

  /** The frameworks that the yardstick is cut in. */
  public enum Kind {
    CAMEL,
    SPRING_INTEGRATION;

    /** The name on the command line and in the report. */
    public String title() {
      return "naive-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private static final int CONSUMERS = 8;

  private final Database database;
  private final Rows rows;
  private final QueueBroker broker;
  private final NaiveFlow flow;
  private final HttpIntake intake;

  /**
   * Starts everything.
   *
   * @param directory empty, for database and journal
   * @param partner where each message is posted to
   */
  public NaiveProcess(Kind kind, Path directory, URI partner) throws Exception {
    database = Database.start(directory.resolve("postgres"));
    rows = new Rows(database, CONSUMERS);
    broker = new QueueBroker(directory.resolve("broker"));
    Partner out = new Partner(partner);
    NaiveFlow.Step step =
        (id, body) -> {
          rows.insert(id, body);
          out.post(body);
        };
    flow =
        kind == Kind.CAMEL
            ? new CamelFlow(broker, CONSUMERS, step)
            : new SpringIntegrationFlow(broker, CONSUMERS, step);
    intake = new HttpIntake(directory.resolve("http"), flow::accept, this::deadNumbers);
  }

  /** The port of the HTTP intake. */
  public int port() {
    return intake.port();
  }

  private String deadNumbers() {
    try {
      return broker.dead().stream()
          .map(body -> Integer.toString(Numbered.in(body)))
          .collect(Collectors.joining(" "));
    } catch (Exception e) {
      throw new IllegalStateException("the dead-letter queue cannot be read", e);
    }
  }

  @Override
  public void close() throws Exception {
    intake.close();
    flow.close();
    broker.close();
    rows.close();
    database.close();
  }
}
