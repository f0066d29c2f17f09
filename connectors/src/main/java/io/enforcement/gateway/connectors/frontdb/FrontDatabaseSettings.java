package io.enforcement.gateway.connectors.frontdb;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.ConnectorSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;

/** Opens the partner's database and checks the names that settings bring into SQL. */
final class FrontDatabaseSettings {

  private FrontDatabaseSettings() {}

  static FrontDatabaseDialect dialect(ConnectorSettings settings) {
    String url = settings.required("url");
    if (url.toLowerCase(Locale.ROOT).contains("password")) {
      throw wrong(settings, "url", "holds a password: name a secret in credentials instead");
    }
    return FrontDatabaseDialect.of(url)
        .orElseThrow(() -> wrong(settings, "url", "is of no database product we know"));
  }

  /** A small pool that opens connections when they are needed: the database may be down now. */
  static HikariDataSource pool(ConnectorSettings settings, FrontDatabaseDialect dialect, int size) {
    Duration connect = settings.duration("connect-timeout", Duration.ofSeconds(5));
    Duration request = settings.duration("request-timeout", Duration.ofSeconds(30));
    HikariConfig config = new HikariConfig();
    config.setPoolName("frontdb-" + settings.partner());
    config.setJdbcUrl(settings.required("url"));
    config.setUsername(settings.required("user"));
    config.setPassword(settings.secret("credentials").reveal());
    config.setMaximumPoolSize(settings.number("pool-size", size));
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(connect.toMillis());
    config.setValidationTimeout(connect.toMillis());
    // The partner may insert while we hold rows: a stricter level locks the gaps between them too.
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setDataSourceProperties(dialect.driverSettings(connect, request, zone(settings)));
    return new HikariDataSource(config);
  }

  /** Where dates and times without a zone are at home. */
  static ZoneId zone(ConnectorSettings settings) {
    return ZoneId.of(settings.optional("zone").orElse("Asia/Shanghai"));
  }

  /** A table name, with or without its schema; required when there is no fallback. */
  static String table(ConnectorSettings settings, String name, String fallback) {
    String table =
        fallback == null ? settings.required(name) : settings.optional(name).orElse(fallback);
    int dot = table.indexOf('.');
    if (dot >= 0) {
      identifier(settings, name, table.substring(0, dot));
    }
    identifier(settings, name, table.substring(dot + 1));
    return table;
  }

  /** A name that may enter SQL: {@code [A-Za-z_][A-Za-z0-9_]*}, at most 63 characters. */
  static String identifier(ConnectorSettings settings, String name, String value) {
    if (!isIdentifier(value)) {
      throw wrong(settings, name, "is not a plain identifier");
    }
    return value;
  }

  static boolean isIdentifier(String value) {
    boolean plain = !value.isEmpty() && value.length() <= 63 && !isDigit(value.charAt(0));
    for (int i = 0; plain && i < value.length(); i++) {
      char c = value.charAt(i);
      plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }
    return plain;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static IllegalArgumentException wrong(ConnectorSettings settings, String name, String what) {
    return new IllegalArgumentException(
        "partner " + settings.partner() + ": setting " + name + " " + what);
  }
}
