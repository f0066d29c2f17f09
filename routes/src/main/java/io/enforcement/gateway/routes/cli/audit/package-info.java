/**
 * The subcommands for those who check the audit trail: evidence of one message, and the whole.
 *
 * <p>They ask a running gateway; it must not know the database. Start reading at {@link
 * io.enforcement.gateway.routes.cli.audit.EvidenceCommand}.
 */
package io.enforcement.gateway.routes.cli.audit;
