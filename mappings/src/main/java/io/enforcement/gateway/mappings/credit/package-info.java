/**
 * 信用: the credit platform, reached through its front-end database (前置库).
 *
 * <p><b>What it gets.</b> {@code penalty-decision}: rows of the merged 双公示 penalty layout (columns
 * {@code CF_*}), one for each party, in the logical table {@code penalty}; {@code revocation}: a
 * row in {@code penalty_revocation}, because the layout of 2018 has no status column. Restricted
 * decisions and those against minors are not subscribed.
 *
 * <p><b>What it sends.</b> {@code rejection}: rows of its rejection table, as it checks our rows
 * later. {@code REC_ID} of a row of ours is the delivery key, a hyphen and the party's number, so a
 * rejection finds its delivery.
 *
 * <p><b>Quirks.</b> Categories are Chinese words. The amount columns count in 万元 with six decimals,
 * the words in {@code CF_NR} in 元. Dates are YYYY/MM/DD, an open end is 2099/12/31. Its list of
 * penalty kinds is older than the law of 2021: what it does not know becomes 其他-name. Texts beyond
 * its columns are refused, never cut.
 *
 * <p><b>Source.</b> The merged layout as reconciled from public code and pages (since 2019);
 * columns and limits in {@code columns.csv}.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.credit.PenaltyDecisionFromStandard}.
 */
package io.enforcement.gateway.mappings.credit;
