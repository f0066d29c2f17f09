/**
 * 林业和草原: the forestry and grassland department, by daily batches on its SFTP server.
 *
 * <p><b>What it sends.</b> Zips with a manifest and one CSV in GB18030 for each forest farm: {@code
 * inspection} (patrols), {@code penalty-decision}, {@code coercion-measure} (wood and tools),
 * {@code licence} (felling, use of forest land). All files begin with the columns of {@code
 * base.columns.csv}; {@code x.columns.csv} lists those that follow. One bad row does not stop the
 * others.
 *
 * <p><b>What it gets.</b> {@code copy-notice}: what townships found and may not handle, addressed
 * to it ({@code uscc}), as a zip with SM3 digests, one row for each party. {@code receipt}: the
 * gateway's own table of findings for clerks.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>The headings change with the template of each year: 案件类型, 涉林案件类型 and 违法行为类型 are one column.
 *       A file may have any heading that the tables list, at its place; findings name the first.
 *   <li>Volumes and areas are decimals with needless zeros, in full width or with parted thousands.
 *       Penalties and licences of the standard have no field for them: they are told in words.
 *   <li>责令补种 is no kind of penalty in the standard: its list says 其他, openly, and the number of
 *       trees is its description. Without the number the row is refused.
 *   <li>Files of a patrol are a list of paths parted by commas, each with its size and digest; what
 *       has none is refused, because nobody could check it. The ending tells the media type.
 *   <li>One word, 检查类别, tells both the kind and the form of an inspection. 卫片图斑 is no source of a
 *       case in the standard: its list says 其他, openly.
 *   <li>Name and certificate number of an officer stand together: 示例甲[640104061].
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each file, {@code reading.jslt} with what
 * they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of notices the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of forestry case ledgers. A department that has a format of its own replaces it by a folder
 * in the site's {@code partners/}, or by other columns and code lists here; nothing else knows
 * them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.forestry;
