/**
 * 全国行政执法综合管理监督信息系统: the national system, reached through a front-end database (前置库).
 *
 * <p><b>What it gets.</b> Acts in the nationally unified shape, one table for each kind ({@code
 * tables.csv}): plans, inspections, cases, penalty decisions, their execution and revocation,
 * coercion, licences and other acts. An act against several parties is a row for each, with the
 * penalties that bind this party. The {@code cd_*} columns are the connector's; the operation is
 * the record's.
 *
 * <p><b>What it sends.</b> {@code rejection}: rows of its table of abnormal rows. {@code cd_id} of
 * a row of ours is the delivery key, a hyphen and the number of the row, so a rejection finds its
 * delivery.
 *
 * <p><b>Quirks.</b> A change or withdrawal is a row more, with its own {@code cd_id}; {@code
 * record_unique_identity} says which row it concerns, and {@code is_delete} repeats a withdrawal.
 * Case numbers have at most 50 characters, item codes of supervision 14 digits; what is longer is
 * refused under the column's name. The certificate type of whoever has a credit code is 001.
 * Executions have no facts of their own: {@code illegal_fact} says which decision was not
 * performed. An application to a court is no act of the body and is not subscribed. The summary of
 * a case may go without a party; a decision may not.
 *
 * <p><b>Lost.</b> See {@code lost.csv}: steps of a case, goods and accounts under seizure,
 * addresses of parties, findings item by item, files.
 *
 * <p><b>Source.</b> No published standard of this system was found. Columns are the de-facto
 * national names where those exist, with their lengths; table names, the columns of executions,
 * revocations and licences beyond them, and code values are our own clear form. A site that has the
 * system's document replaces the files of columns and code lists; no code changes.
 *
 * <p>It must not know other partners. Start reading at {@code tables.csv} and {@code
 * punish-action.columns.csv}.
 */
package io.enforcement.gateway.mappings.nationalsystem;
