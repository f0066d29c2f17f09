/**
 * Reconciliation: what a source states that it sent of a kind on a day is compared with what the
 * provincial database holds of it, by ranges of digests, so that only what differs is told. What is
 * missing here is asked for; a day without an open difference is closed, a person may sign off the
 * rest.
 *
 * <p>A day is the day of sending: {@code cdTime}, or the arrival where a record has none.
 * Statements and answers are revisions of one record of the standard, 903, that goes back and
 * forth. Nothing here may change an act. Start reading at {@link
 * io.enforcement.gateway.routes.province.reconciliation.Comparison}.
 */
package io.enforcement.gateway.routes.province.reconciliation;
