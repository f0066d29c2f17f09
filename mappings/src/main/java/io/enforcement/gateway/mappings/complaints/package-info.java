/**
 * 投诉举报: the platform that takes complaints and reports of the public.
 *
 * <p><b>What it sends.</b> {@code complaint}, by name or without one, to the body that receives it.
 * JSON in UTF-8, one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> By POST, of its {@code region}: {@code complaint-result}, only when the
 * complainant gave a name, so that it can tell the result; {@code hand-over}, when the matter went
 * to another department, whoever complained; {@code receipt}. It deduplicates by {@code messageKey}
 * (effect A).
 *
 * <p><b>Complainants.</b> {@code complainant} goes in as it is given and is personal; it comes back
 * to nobody by this folder: the result carries the number of the complaint, and the platform knows
 * whose it is.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, {@code writing.jslt} for the way out, and the code lists. A list {@code x.csv}
 * reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Names are English, codes are words in capitals, moments are Beijing time
 * without an offset. The result and the hand-over are one record of the standard; {@code handling}
 * tells them apart. A field that the format does not have is refused with its name: what nobody
 * reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: what the other of the two exchanges says.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of complaint platforms. A department that has a format of its own replaces it by a folder
 * in the site's {@code partners/}, or by other names in the mappings and code lists here; nothing
 * else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code complaint.jslt}.
 */
package io.enforcement.gateway.mappings.complaints;
