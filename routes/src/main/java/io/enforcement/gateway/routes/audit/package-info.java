/**
 * The audit trail: what happened to each message, in one vocabulary.
 *
 * <p>Must not know routes, partners or HTTP. Start reading at {@link
 * io.enforcement.gateway.routes.audit.Milestone}.
 */
package io.enforcement.gateway.routes.audit;
