package io.enforcement.gateway.connectors.frontdb;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** All that differs between database products. Thread-safe. */
enum FrontDatabaseDialect {
  POSTGRESQL("jdbc:postgresql:") {
    @Override
    Properties driverSettings(Duration connect, Duration request, ZoneId zone) {
      Properties settings = new Properties();
      settings.setProperty("connectTimeout", seconds(connect));
      settings.setProperty("loginTimeout", seconds(connect));
      settings.setProperty("socketTimeout", seconds(request));
      settings.setProperty("options", "-c lock_timeout=" + lockWait(request).toMillis());
      settings.setProperty("tcpKeepAlive", "true");
      settings.setProperty("reWriteBatchedInserts", "true");
      // Details of a violated constraint quote the row.
      settings.setProperty("logServerErrorDetail", "false");
      settings.setProperty("ApplicationName", "enforcement-gateway");
      return settings;
    }

    @Override
    String quoted(String identifier) {
      return '"' + identifier + '"';
    }

    @Override
    int typeOfForeignText() {
      return Types.OTHER;
    }

    @Override
    String unlessThere(String key) {
      return " ON CONFLICT (" + key + ") DO NOTHING";
    }

    @Override
    String count(String table, String key, String number) {
      return ("INSERT INTO %1$s AS c (%2$s, %3$s) VALUES (?, 1)"
              + " ON CONFLICT (%2$s) DO UPDATE SET %3$s = c.%3$s + 1 RETURNING c.%3$s")
          .formatted(table, key, number);
    }

    @Override
    Optional<String> complaint(SQLException failure) {
      return failure instanceof PSQLException known && known.getServerErrorMessage() != null
          ? complaint(known.getServerErrorMessage())
          : Optional.empty();
    }

    private Optional<String> complaint(ServerErrorMessage message) {
      return message.getConstraint() != null
          ? named("constraint", message.getConstraint())
          : Optional.ofNullable(message.getColumn()).flatMap(name -> named("column", name));
    }
  },

  /** MariaDB 10.6 and newer; MySQL is not tested. */
  MARIADB("jdbc:mariadb:") {
    @Override
    Properties driverSettings(Duration connect, Duration request, ZoneId zone) {
      Properties settings = new Properties();
      settings.setProperty("connectTimeout", Long.toString(connect.toMillis()));
      settings.setProperty("socketTimeout", Long.toString(request.toMillis()));
      settings.setProperty("tcpKeepAlive", "true");
      // A hostile server could ask for our files otherwise (LOAD DATA LOCAL).
      settings.setProperty("allowLocalInfile", "false");
      // Values travel beside the SQL, never inside it.
      settings.setProperty("useServerPrepStmts", "true");
      // A key that is there already counts as no row.
      settings.setProperty("useAffectedRows", "true");
      // A flag of 0 to 3 is often a tinyint(1).
      settings.setProperty("tinyInt1isBit", "false");
      // A database is a schema, as in other products.
      settings.setProperty("useCatalogTerm", "SCHEMA");
      settings.setProperty("connectionAttributes", "program_name:enforcement-gateway");
      // Without the strict mode a value is cut or replaced to fit, with a warning nobody reads.
      settings.setProperty(
          "sessionVariables",
          ("sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',"
                  + "time_zone='%s',innodb_lock_wait_timeout=%s")
              .formatted(offset(zone), seconds(lockWait(request))));
      return settings;
    }

    @Override
    String quoted(String identifier) {
      return '`' + identifier + '`';
    }

    @Override
    int typeOfForeignText() {
      return Types.VARCHAR;
    }

    @Override
    String unlessThere(String key) {
      return " ON DUPLICATE KEY UPDATE %1$s = %1$s".formatted(key);
    }

    @Override
    String count(String table, String key, String number) {
      return ("INSERT INTO %1$s (%2$s, %3$s) VALUES (?, 1)"
              + " ON DUPLICATE KEY UPDATE %3$s = %3$s + 1 RETURNING %3$s")
          .formatted(table, key, number);
    }

    /** The numbers are the server's; its text puts the name in one place per number. */
    @Override
    Optional<String> complaint(SQLException failure) {
      String text = failure.getMessage();
      return switch (failure.getErrorCode()) {
        // The value stands before the name and may look like one.
        case 1062 -> named("constraint", between(text, text.lastIndexOf("for key '") + 8, '\''));
        case 1451, 1452, 4025 ->
            named("constraint", between(text, text.indexOf("CONSTRAINT `") + 11, '`'));
        case 1048, 1264, 1265, 1364, 1406 ->
            named("column", between(text, text.indexOf('\''), '\''));
        case 1292, 1366 -> named("column", between(text, text.lastIndexOf(".`") + 1, '`'));
        default -> Optional.empty();
      };
    }

    /** No value and no default (1364), a value not in the list (1265): no class of their own. */
    @Override
    boolean refusesRows(SQLException failure) {
      return super.refusesRows(failure)
          || failure.getErrorCode() == 1364
          || failure.getErrorCode() == 1265;
    }

    /** By number: a server need not know zones by name. */
    private String offset(ZoneId zone) {
      ZoneOffset offset = zone.getRules().getOffset(Instant.now());
      return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private String between(String text, int opening, char quote) {
      int closing = text.indexOf(quote, opening + 1);
      return closing < 0 ? "" : text.substring(opening + 1, closing);
    }
  };

  private final String prefix;

  FrontDatabaseDialect(String prefix) {
    this.prefix = prefix;
  }

  /** The dialect of a JDBC address, if it is one we speak. */
  static Optional<FrontDatabaseDialect> of(String url) {
    return Arrays.stream(values()).filter(one -> url.startsWith(one.prefix)).findFirst();
  }

  abstract Properties driverSettings(Duration connect, Duration request, ZoneId zone);

  /** Quotes a checked identifier ({@link FrontDatabaseSettings#identifier}). */
  abstract String quoted(String identifier);

  /**
   * How text is bound that the database shall read by the column's own type (uuid and the like).
   */
  abstract int typeOfForeignText();

  /**
   * The end of an INSERT that writes no row when the key is there already; it waits for a
   * transaction that is writing the same key.
   */
  abstract String unlessThere(String key);

  /** Adds one to the number that stands beside the key (the parameter), from 1, and tells it. */
  abstract String count(String table, String key, String number);

  /** What the server complains about: {@code constraint x} or {@code column y}; never values. */
  abstract Optional<String> complaint(SQLException failure);

  /** Whether the rows are to blame (constraint, length, range), so that repeating is no use. */
  boolean refusesRows(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  /** Locks some rows of a table for us; rows locked by others are left to a later look. */
  String claim(String columns, String table, String condition, String key) {
    return "SELECT "
        + columns
        + " FROM "
        + table
        + " WHERE "
        + condition
        + " ORDER BY "
        + key
        + " LIMIT ? FOR UPDATE SKIP LOCKED";
  }

  String quoted(List<String> identifiers) {
    return identifiers.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  /** The row's own failure: a batch wraps it. */
  static SQLException ofRow(SQLException failure) {
    return failure instanceof BatchUpdateException && failure.getCause() instanceof SQLException row
        ? row
        : failure;
  }

  private static Optional<String> named(String what, String name) {
    return FrontDatabaseSettings.isIdentifier(name)
        ? Optional.of(what + " " + name)
        : Optional.empty();
  }

  /** Shorter than the line's patience: a lock that does not come ends with a clear answer. */
  private static Duration lockWait(Duration request) {
    return request.dividedBy(2);
  }

  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.toSeconds()));
  }
}
