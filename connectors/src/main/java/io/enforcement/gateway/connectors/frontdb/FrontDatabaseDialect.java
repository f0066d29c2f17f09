package io.enforcement.gateway.connectors.frontdb;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.postgresql.util.PSQLException;

/** All that differs between database products. Thread-safe. */
enum FrontDatabaseDialect {
  POSTGRESQL("jdbc:postgresql:") {
    @Override
    Properties driverSettings(Duration connect, Duration request) {
      Properties settings = new Properties();
      settings.setProperty("connectTimeout", seconds(connect));
      settings.setProperty("loginTimeout", seconds(connect));
      settings.setProperty("socketTimeout", seconds(request));
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
    String ledgerInsert(String ledger) {
      return "INSERT INTO "
          + ledger
          + " (delivery_key, written_at) VALUES (?, CURRENT_TIMESTAMP)"
          + " ON CONFLICT (delivery_key) DO NOTHING";
    }

    @Override
    String claim(String columns, String table, String flag, String key) {
      return "SELECT "
          + columns
          + " FROM "
          + table
          + " WHERE "
          + flag
          + " = ? ORDER BY "
          + key
          + " LIMIT ? FOR UPDATE SKIP LOCKED";
    }

    @Override
    Optional<String> constraint(SQLException failure) {
      // A batch wraps the failure of its row.
      Throwable row = failure instanceof BatchUpdateException ? failure.getCause() : failure;
      return row instanceof PSQLException known && known.getServerErrorMessage() != null
          ? Optional.ofNullable(known.getServerErrorMessage().getConstraint())
          : Optional.empty();
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

  abstract Properties driverSettings(Duration connect, Duration request);

  /** Quotes a checked identifier ({@link FrontDatabaseSettings#identifier}). */
  abstract String quoted(String identifier);

  /** Inserts one ledger entry; writes no row when the key is there already. */
  abstract String ledgerInsert(String ledger);

  /** Locks some rows with the given flag for us; rows locked by others are left to a later look. */
  abstract String claim(String columns, String table, String flag, String key);

  /** The name of the violated constraint; never its values. */
  abstract Optional<String> constraint(SQLException failure);

  String quoted(List<String> identifiers) {
    return identifiers.stream().map(this::quoted).collect(Collectors.joining(", "));
  }

  private static String seconds(Duration time) {
    return Long.toString(Math.max(1, time.toSeconds()));
  }
}
