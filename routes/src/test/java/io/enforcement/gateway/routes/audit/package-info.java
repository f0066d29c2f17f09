/**
 * The proof of the audit trail: that it can be checked, and that whoever alters it is found.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.audit.SequencerTest}.
 */
package io.enforcement.gateway.routes.audit;
