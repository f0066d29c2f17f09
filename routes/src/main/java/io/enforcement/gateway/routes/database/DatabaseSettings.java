package io.enforcement.gateway.routes.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.database}.
 *
 * @param url JDBC URL of an external PostgreSQL; absent: the embedded one
 * @param owner role that migrates the schema, for an external database
 * @param runtime role of the connection pools, for an external database
 * @param migrations where Flyway finds the schema's history
 * @param requireDurability refuse an external database that may lose acknowledged commits
 * @param intakePool connections kept for intake
 * @param queryPool connections for queries, which are answered by as many threads
 * @param workPool connections for everything else
 */
@ConfigurationProperties(prefix = "gateway.database", ignoreUnknownFields = false)
public record DatabaseSettings(
    String url,
    Role owner,
    Role runtime,
    @DefaultValue("classpath:db/migration") String migrations,
    @DefaultValue("true") boolean requireDurability,
    @DefaultValue("10") int intakePool,
    @DefaultValue("2") int queryPool,
    @DefaultValue("16") int workPool) {

  /**
   * A role of an external database.
   *
   * @param user the role's name
   * @param passwordName the name of the secret that holds its password
   */
  public record Role(String user, String passwordName) {}

  boolean isEmbedded() {
    return url == null || url.isBlank();
  }
}
