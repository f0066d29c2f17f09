/**
 * 公示: the platform that publishes enforcement results (行政执法公示).
 *
 * <p><b>What it gets.</b> {@code penalty-decision}: what the public may see of a decision, with a
 * log of what was redacted; {@code revocation}: a withdrawal with its reason. Both by POST; the
 * platform deduplicates by our idempotency key. A decision sent by mistake (operation D) is
 * withdrawn too.
 *
 * <p><b>What it never gets.</b> Names of natural persons in full, identity numbers, addresses,
 * contact data, names of people who were not punished; decisions that are restricted or against
 * minors are not subscribed, and refused here should one come all the same.
 *
 * <p><b>Quirks.</b> One object for each decision; co-offenders stand in {@code otherParties}. The
 * reason of a revocation is published as the authority wrote it, with long digit runs masked: the
 * record of a revocation holds no names by which a person in the text could be recognised, so the
 * authority must not put any there.
 *
 * <p><b>Source.</b> Fields and periods as reconciled from public pages: penalties within seven
 * working days; redaction list; natural persons two years, others five, unless the decision says
 * when publication ends.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.publicity.PenaltyDecisionFromStandard}.
 */
package io.enforcement.gateway.mappings.publicity;
