/**
 * 司法行政: the justice bureau, which supervises enforcement, issues its certificates and, in most
 * places, does the work of reconsideration.
 *
 * <p><b>What it gets.</b> Copies: {@code supervision-opinion} of other supervisors and {@code
 * supervision-reply}, {@code reconsideration-copy} (case, act, respondent and settlement). Reports:
 * {@code statistics-report}, {@code problem-ledger}. Registers: {@code legal-reviewer}, {@code
 * discretion-filing}. All by POST to one address, so each document begins with its {@code type};
 * the bureau deduplicates by {@code type}, {@code id}, {@code version} and {@code operation}
 * (effect A). An installation sets {@code region}, for example 6401: the bureau gets what comes
 * from bodies of that division, and nothing that it sent itself.
 *
 * <p><b>What it sends.</b> {@code supervision-opinion} in the same form, {@code reconsideration}
 * (again with a higher version as the case goes on) and {@code certificate-state}: an entry of its
 * certificate register, when a certificate is suspended, withdrawn, cancelled or given back.
 *
 * <p><b>What it answers.</b> {@code certificate-query}: one entry of its certificate register, by
 * the number of the certificate and perhaps name, body and day, asked and answered at once. It sees
 * who asks, for what and by which law; not the officer who asks. The answer repeats our number
 * ({@code request}), names the bureau and says when its data are of ({@code asOf}).
 *
 * <p><b>What it never gets.</b> Names of applicants and parties (a copy says how many there are),
 * reasons of a settlement, persons who answer for a ledger's row, identity documents and telephone
 * numbers.
 *
 * <p><b>Quirks.</b> Words for codes, true and false, days as {@code 2026-08-12}, moments in Beijing
 * time, money in yuan as text. A table of a division names no body: it passes whatever its
 * division, because an installation counts its own region. An entry of {@code certificate-state} is
 * whole: it replaces the officer's record, so it holds what the bureau's register holds, and the
 * person's own data (identity document, birth, telephone), which the bureau does not send, are not
 * in it. Who ceases to be a legal reviewer is told only by the withdrawal ({@code 撤回}) of the
 * record that called him one. Fields and words that are not agreed are refused with their place,
 * never ignored.
 *
 * <p><b>Lost.</b> Fractions of a second. What a register of reviewers and a copy of a
 * reconsideration do not need is not permitted in the first place.
 *
 * <p><b>Source.</b> No public schema exists. This is our own clear format; what it holds follows
 * the supervision platform's fields, the annual statistics forms and the plan of the region. To
 * replace it: one mapping for each exchange and direction, {@code writing.jslt} and {@code
 * reading.jslt} for the parts that they share, the code lists for the words.
 *
 * <p>It must not know other partners. Start reading at {@code
 * supervision-opinion-from-standard.jslt}.
 */
package io.enforcement.gateway.mappings.justice;
