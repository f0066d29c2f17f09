/**
 * 人社劳动监察: labour inspection of the social security department, by spreadsheets in a shared folder.
 *
 * <p><b>What it sends.</b> Upload templates (.xlsx) that inspectors fill in: {@code inspection},
 * {@code case}, {@code penalty-decision}, and {@code handling-decision} (行政处理决定: wages to be paid;
 * another act of the standard). {@code x.columns.csv} lists the columns and what they mean. One bad
 * row does not stop the others.
 *
 * <p><b>What it gets.</b> {@code hotline-order}: orders of the hotline that fall to it ({@code
 * uscc}), mostly unpaid wages, one spreadsheet for each. {@code receipt}: the gateway's own table
 * of findings for clerks.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>A day is a date, a text like 2026.3.5, or, where somebody pasted values, the serial number
 *       46086 (days since 1899-12-30). All are read; an inspection without a time is at midnight.
 *   <li>An identity number typed as a number has lost its last digits: such a row is refused.
 *   <li>Empty rows are passed over and keep their numbers, so findings name the row that the clerk
 *       sees.
 *   <li>Codes and document numbers are typed in full width too; lists end with a semicolon.
 *   <li>其他 as a result or a penalty needs its explanation. 欠薪预警 is no source of a case in the
 *       standard: its list says 其他, openly.
 *   <li>Ticks of earlier templates (√, ☑) mean 是. A sum that the template filled with 0 is none.
 *   <li>The steps of a case are columns with days. Workers and wages have no fields in the
 *       standard: they are told in words.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each template, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of orders the channel and what only tells the bodies apart, and
 * of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: these are our own clear templates, version 1.0, in the
 * habit of labour inspection ledgers. A department that has templates of its own replaces them by a
 * folder in the site's {@code partners/}, or by other columns and code lists here; nothing else
 * knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.socialsecurity;
