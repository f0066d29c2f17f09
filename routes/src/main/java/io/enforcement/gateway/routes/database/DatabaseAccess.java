package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.connectors.Secret;

/**
 * Where the database is and by which two roles it is entered: the owner changes the schema, the
 * runtime role reads and writes rows and can do no more.
 *
 * @param url JDBC URL without credentials
 */
public record DatabaseAccess(String url, Account owner, Account runtime) {

  /** A database role and its password. */
  public record Account(String role, Secret password) {}
}
