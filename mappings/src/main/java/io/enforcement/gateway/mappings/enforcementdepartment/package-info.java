/**
 * 执法: the enforcement department that checks the clues of supervising departments.
 *
 * <p><b>What it sends.</b> {@code filing-feedback}: whether it filed a case, {@code
 * outcome-feedback}: what became of it, {@code improper-act-correction} and {@code hazard-notice}.
 * JSON in UTF-8, one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> By POST: {@code clue} and {@code improper-act-notice} when they are
 * addressed to it ({@code uscc} of the installation's settings); {@code ruling} when it is the
 * designated organ, and where a ruling designates none, that of its {@code region}; for information
 * and without the contact, the {@code disagreement} about its own refusal to file. It deduplicates
 * by {@code messageKey} (effect A). {@code receipt} says what became of a message of its own.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, {@code writing.jslt} for the way out, and the code lists. A list {@code x.csv}
 * reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Names are English, codes are words in capitals, days are 2026/03/10, moments
 * Beijing time without an offset. Evidence comes as digests; the files are fetched where {@code
 * fileKey} says, not here. A field that the format does not have is refused with its name: what
 * nobody reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: where a record came from, and numbers of a party other than its
 * credit code.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of case systems. A department that has a format of its own replaces it by a folder in the
 * site's {@code partners/}, or by other names in the mappings and code lists here; nothing else
 * knows them.
 *
 * <p>It must not know other partners. Start reading at {@code filing-feedback.jslt}.
 */
package io.enforcement.gateway.mappings.enforcementdepartment;
