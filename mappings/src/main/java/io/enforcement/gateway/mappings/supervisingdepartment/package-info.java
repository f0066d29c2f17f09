/**
 * 监管: the department that supervises a trade and hands what it finds to the enforcement department;
 * in the same folder {@code partner-superior.yaml}, the superior that both have in common.
 *
 * <p><b>What it sends.</b> {@code clue}: a clue with its evidence, each file by its digest; {@code
 * disagreement}: why it thinks that a case should have been filed, to the common superior; {@code
 * improper-act-notice}: to the body that acted; {@code assist-answer}. The superior sends {@code
 * ruling}. JSON in UTF-8, one letter or an array of letters per request.
 *
 * <p><b>What it gets.</b> By POST, each letter that is addressed to it ({@code uscc} of the
 * installation's settings): {@code filing-feedback}, {@code outcome-feedback}, {@code
 * improper-act-correction}, {@code hazard-notice}, {@code copy-notice} and {@code assist-request}.
 * A {@code ruling} names no addressee, so those of its {@code region} come; the superior gets the
 * {@code disagreement} that is addressed to it. It deduplicates by 报文编号 (effect A). {@code receipt}
 * says what became of a message of its own.
 *
 * <p><b>Which acts of a township are copied to it</b> is configuration: the township writes a copy
 * notice, and the selector of {@code copy-notice} says which of them this department wants, for
 * example {@code AND copyReason = '1'} for items taken over only. A department that wants the acts
 * themselves subscribes to them in its site's folder with {@code bodyUscc}.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, {@code writing.jslt} for the way out, and the code lists. A list {@code x.csv}
 * reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Field names and codes are Chinese words, yes and no are 是 and 否, moments are
 * Beijing time without an offset, amounts are yuan. A field that the format does not have is
 * refused with its name: what nobody reads would be lost. A disagreement goes to the superior; the
 * enforcement department hears of it by its own subscription.
 *
 * <p><b>Lost.</b> {@code lost.csv} and {@code lost-superior.csv}: where a record came from, and
 * numbers of a party other than its credit code.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, its fields
 * after 宁建(督)发〔2024〕2号 item 5 and the forms of letters in use. A department that has a format of
 * its own replaces it by a folder in the site's {@code partners/}, or by other names in the
 * mappings and code lists here; nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code clue.jslt}.
 */
package io.enforcement.gateway.mappings.supervisingdepartment;
