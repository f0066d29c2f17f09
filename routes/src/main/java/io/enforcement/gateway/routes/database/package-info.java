/**
 * The database under the message store: an embedded PostgreSQL by default, any PostgreSQL 14 or
 * newer by URL; the roles, the migrations and the connection pools.
 *
 * <p>Holds no SQL about messages: each capability has its own store. Start reading at {@link
 * io.enforcement.gateway.routes.database.DatabaseConfiguration}, then {@link
 * io.enforcement.gateway.routes.database.EmbeddedDatabase}.
 */
package io.enforcement.gateway.routes.database;
