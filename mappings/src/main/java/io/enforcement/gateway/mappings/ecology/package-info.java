/**
 * 生态环境: the ecology and environment department, system to system over HTTP.
 *
 * <p><b>What it sends.</b> {@code inspection} (also from afar, by monitoring), {@code case} with
 * its steps, {@code penalty-decision}, {@code coercion-measure}, {@code clue} to another organ.
 * JSON in UTF-8 with camelCase names and Chinese words as codes, one object or an array of objects
 * per request.
 *
 * <p><b>What it gets.</b> {@code copy-notice}: what townships found and may not handle, addressed
 * to it ({@code uscc}); {@code receipt}.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Days and moments are milliseconds since 1970: a day is midnight in Beijing, which is the
 *       day before in UTC. What we write is ISO 8601.
 *   <li>Absent values may be null, "", "null" or 00000000000000000X. {@code
 *       discretion.circumstance} 无 is a word, not an absence.
 *   <li>Amounts come with their unit, 元 or 万元, and both occur in one decision.
 *   <li>One decision names all its parties; {@code partySeqs} binds a penalty to some of them,
 *       without it binds all.
 *   <li>按日连续处罚 is a fine; {@code dailyDays} becomes a part of its description.
 *   <li>自动监控 is no source of a case in the standard: its list says 其他, openly. An inspection with
 *       {@code planNo} is planned, one with {@code caseNo} leads to a case.
 *   <li>Files are told by name, size and digest; the files themselves stay there.
 *   <li>A field that the format does not have is refused with its name: what nobody reads would be
 *       lost.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of notices the particulars of the addressee, which is the
 * department itself.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of environmental enforcement systems. A department that has a format of its own replaces it
 * by a folder in the site's {@code partners/}, or by other names in the mappings and code lists
 * here; nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.ecology;
