/**
 * 行政审批: the department that grants licences, reached through a front-end database.
 *
 * <p><b>What it sends.</b> {@code licence}: rows of its table {@code licence}, one for each event
 * of a licence: grant, change, extension, suspension and so on, with the decision that the event
 * concerns. They go to whoever supervises and enforces.
 *
 * <p><b>What it gets.</b> {@code penalty-decision}: rows of the table {@code penalty}, one for each
 * penalty and each party that it binds, with name, credit code, kind, and the licence; nothing of
 * facts, officers, sums or certificates of persons. {@code receipt}: rows of the table {@code
 * receipt}, one for each finding.
 *
 * <p><b>Who gets what.</b> Decisions that suspend, downgrade or revoke a licence: those of its own
 * licences, when the decision names who granted them ({@code penalties.licenceOrgan}); when it
 * names nobody, those of its region. An installation sets {@code uscc} and {@code region}.
 *
 * <p><b>Quirks.</b> All penalties of such a decision come, and {@code CF_SJZZ} says 是 for those
 * whose kind touches a licence; {@code out-touches-licence.csv} holds which kinds do. {@code
 * REC_ID} is the delivery key, a hyphen and the number of the row. Days are text columns like
 * 2026-06-08, an open end is 2099-12-31. 法人及非法人组织 does not tell which of both: it is read as 法人.
 * The database may have more columns; those that are not here do not concern us. A row has one
 * holder.
 *
 * <p><b>How it is read.</b> By data only: {@code licence.jslt} and the code lists; {@code
 * out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: amounts and words of penalties, which the licensing duty does
 * not need.
 *
 * <p><b>Source.</b> Columns {@code XK_*} after the 双公示 licence layout as reconciled in our domain
 * notes, with own columns for event, original decision, suspension and reason (version 1.0); the
 * tables {@code penalty} and {@code receipt} are our own, because no public schema exists. A real
 * department replaces them by a folder in the site's {@code partners/}.
 *
 * <p>It must not know other partners. Start reading at {@code licence.jslt}.
 */
package io.enforcement.gateway.mappings.licensing;
