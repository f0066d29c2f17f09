package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * A promise broken on purpose, from outside: by Byteman rules in the running gateway, by statements
 * in its database, or by both. The gateway's own code has no switch for it.
 */
public enum Mutant {
  /** The receipt leaves first, the commit comes a moment later. */
  ACK_BEFORE_COMMIT,
  /** Every arrival is new, whatever its key. */
  DEDUPE_OFF,
  /** What a process had in hand when it died counts as done. */
  EAGER_KEY,
  /** What a process had begun to send when it died counts as not begun. */
  ATTEMPT_LATE,
  /** A process that was taken for dead still writes what came of its attempts. */
  NO_EPOCH_CHECK,
  /** A replay goes to receivers that have the message. */
  REPLAY_TO_ALL,
  /** Checkpoints are signed, and none is written outside the database. */
  SKIPPED_CHECKPOINT,
  /** One event is changed. */
  EDITED_EVENT;

  private static final String FOLDER = "/mutants/";
  private static final String HELPER = "io/enforcement/gateway/benchmarks/mutants/Saboteur";

  /** The name on the command line and of the file with its rules or statements. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Lays the agent down in a directory and returns the JVM options that load it, if any. */
  public List<String> plant(Path directory) throws IOException {
    String rules = FOLDER + title() + ".btm";
    return Mutant.class.getResource(rules) == null
        ? List.of()
        : Agent.plant(rules, HELPER, directory);
  }

  /** Runs its statements, if any, as somebody with all rights over a database that runs. */
  public void plant(Postmaster database) throws IOException, SQLException {
    try (InputStream in = Mutant.class.getResourceAsStream(FOLDER + title() + ".sql")) {
      if (in == null) {
        return;
      }
      String statements = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      try (Connection connection = database.connect("postgres", "database-superuser");
          Statement statement = connection.createStatement()) {
        statement.execute(statements);
      }
    }
  }
}
