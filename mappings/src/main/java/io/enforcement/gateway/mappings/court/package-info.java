/**
 * 审判机关: a court.
 *
 * <p><b>What it gets.</b> {@code court-application}: an application for enforcement without
 * litigation (非诉执行), with the parties, the decision, its service, the demand letter and the papers.
 * An installation sets {@code uscc}, the court's credit code: a court gets the applications made to
 * it and nothing else.
 *
 * <p><b>What it sends.</b> {@code ruling}: acceptance, ruling and what was enforced, one file for
 * each document of the court; {@code litigation-result}: an administrative suit in one instance,
 * again with a higher version as it goes on; {@code crime-judgment}: what became of a transferred
 * case, first or final judgment.
 *
 * <p><b>How.</b> Zips on an SFTP server, each a case package: one record as JSON in UTF-8, the
 * papers that it names in {@code 附件}, and a {@code manifest.json} that vouches for all of them. An
 * application leaves when its papers are here, and counts as delivered with them. The names of the
 * fields are Chinese, because clerks open them. Each exchange of the court has its own directory.
 *
 * <p><b>Quirks.</b> Words for codes, 是 and 否, days as {@code 2026-10-27}, moments in Beijing time,
 * money in yuan as text. Court case numbers keep their own shape (（2026）宁0104行审12号); numbers of
 * departments are normalised. Organs are departments ({@code 行政机关}) and the court itself unless
 * {@code 类别} says otherwise. Fields and words that are not agreed are refused with their place,
 * never ignored. A decision under litigation is not sent: which of our decisions a court has before
 * it is not known until the court says so, and the standard has no answer of a defendant.
 *
 * <p><b>Lost.</b> Going out: item, inspection, source and filing date of the case; kinds of organ;
 * batch and source of the record. Fractions of a second.
 *
 * <p><b>Source.</b> No public schema exists; this is our own clear format. What it holds follows
 * the coercion law (articles 53 to 59), the litigation law and the case forms of the field. To
 * replace it: one mapping for each exchange, {@code writing.jslt} and {@code reading.jslt} for the
 * parts that they share, the code lists for the words.
 *
 * <p>It must not know other partners. Start reading at {@code court-application.jslt}.
 */
package io.enforcement.gateway.mappings.court;
