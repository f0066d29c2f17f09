/**
 * 全过程记录: the platform that keeps the audio and video of enforcement.
 *
 * <p><b>What it sends.</b> {@code recording-index}: one entry for each recording, with digest and
 * the moment at which it was stored ({@code stored_at}), by which the 24 hours are watched; never
 * the recording. JSON in UTF-8, one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> By POST: {@code recording-index}, an entry that a department or the app
 * made in its {@code region}, to be compared with what the store holds; {@code receipt}. It does
 * not get back what it sent itself. It deduplicates by {@code message_key} (effect A), which it may
 * leave in an entry that it sends; it is not read.
 *
 * <p><b>How it is read.</b> By data only: {@code recording-index-entry.jslt} reads, {@code
 * recording-index-copy.jslt} writes, {@code reading.jslt} and {@code writing.jslt} hold what
 * exchanges share. A list {@code x.csv} reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Names are in snake case, codes are words in capitals, moments are Beijing time
 * without an offset. An entry without {@code stored_at} is carried: that it is late is a finding,
 * not a reason to refuse it. A field that the format does not have is refused with its name: what
 * nobody reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: nothing of an entry but what every record carries of its
 * source.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, its fields
 * after 泉建法〔2023〕12号 and 广东省行政执法全过程记录办法. A department that has a format of its own replaces it by a
 * folder in the site's {@code partners/}, or by other names in the mappings and code lists here;
 * nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code recording-index-entry.jslt}.
 */
package io.enforcement.gateway.mappings.recordingstore;
