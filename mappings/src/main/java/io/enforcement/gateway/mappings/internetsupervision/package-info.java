/**
 * 互联网+监管: the "Internet + supervision" system, reached through its front-end database (前置库).
 *
 * <p><b>What it gets.</b> Rows of supervising acts under their de-facto national names: {@code
 * inspection} ({@code jg_jgxw_check_action}), {@code penalty-decision} ({@code
 * jg_jgxw_punish_action}), {@code coercion-measure} and {@code coercion-execution} (both {@code
 * jg_jgxw_force_action}, told apart by {@code force_type}), {@code other-act} ({@code
 * jg_jgxw_other_action}); {@code officer} and {@code inspection-plan}, of which the double-random
 * ones only. An act against several parties is a row for each, with the penalties that bind this
 * party. The {@code cd_*} columns are the connector's; the operation is the record's.
 *
 * <p><b>What it sends.</b> {@code rejection}: rows of its table of abnormal rows. {@code cd_id} of
 * a row of ours is the delivery key, a hyphen and the number of the row, so a rejection finds its
 * delivery.
 *
 * <p><b>Quirks.</b> Item codes have 14 digits, and every act stands under one: an act that names
 * none, neither itself nor by its case, is outside the platform's catalogue and is not subscribed.
 * Nothing of that is silent: whoever reports such an act is told so by the finding {@code
 * duty.item}. A change or withdrawal is a row more, with its own {@code cd_id}; {@code
 * record_unique_identity} says which row it concerns: the record's identity, a hyphen and the
 * party's number. Names and certificates of inspectors are parted by commas, so a name with a comma
 * is refused, and so is an inspection by one officer. Coercion and other acts stand under the
 * inspection they arose from: one that names none, neither itself nor by its case, is not
 * subscribed, and whoever reports it is told so by the finding {@code duty.inspection}. A penalty
 * need not, because a case may come from a report. The certificate type of whoever has a credit
 * code is 001. The division of a township is its county's. An application to a court is no act of
 * the body and is not subscribed. Several kinds of penalty stand in one column, parted by commas.
 * Decisions without a named case source are refused. Restricted decisions are not subscribed,
 * because no column could say that they are.
 *
 * <p><b>Lost.</b> See {@code lost.csv}. The platform's two columns on reconsideration and
 * litigation and those on closing a case are not written: their codes are not known, and a decision
 * does not know what follows it. So a revocation has no form there: no column says that a decision
 * fell, and {@code cd_operation} D takes a row away as if it had never been, which is for what was
 * sent by mistake; a revoked decision stays in the books. A person tells the platform, or the body
 * does by a later revision of its decision (operation U), and rule P10 is open for it, marked as
 * owed by hand, until then. Objects drawn for a plan have a table of their own there, which needs a
 * delivery of its own; only the plan goes. Identity documents of officers never leave.
 *
 * <p><b>Source.</b> Columns, lengths and required flags as reconciled from the rule files of an
 * upload tool, the DDL and puller of national tables and an entry form in public code; the names of
 * the officer and plan tables are ours. Values of most code lists are published nowhere: the lists
 * here write the standard's own codes, and a site that has the platform's puts them in their place.
 *
 * <p>It must not know other partners. Start reading at {@code tables.csv} and {@code
 * check-action.columns.csv}.
 */
package io.enforcement.gateway.mappings.internetsupervision;
