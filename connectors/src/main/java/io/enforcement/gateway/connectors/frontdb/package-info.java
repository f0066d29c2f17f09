/**
 * Front databases (前置库): tables both sides may touch. We write rows and a ledger entry in one
 * transaction of the partner's database (effect class D), and read rows, or finished batches of
 * rows, by a flag the partner and we both honour.
 *
 * <p>Must not know: what the columns mean, who retries, any other transport. Start reading at
 * {@link io.enforcement.gateway.connectors.frontdb.FrontDatabaseConnector} and {@link
 * io.enforcement.gateway.connectors.frontdb.FrontDatabaseSource}; what differs between database
 * products is in {@link io.enforcement.gateway.connectors.frontdb.FrontDatabaseDialect}.
 */
package io.enforcement.gateway.connectors.frontdb;
