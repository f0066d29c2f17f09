/**
 * 文化和旅游: the culture and tourism department, by zips in a shared folder.
 *
 * <p><b>What it sends.</b> {@code inspection}, {@code case}, {@code penalty-decision}, {@code
 * licence} and {@code clue} to another organ. Each is a zip with a manifest and one JSON file for
 * each team, an array of objects with Chinese names. One bad record does not stop the others.
 *
 * <p><b>What it gets.</b> {@code jurisdiction-transfer}: cases that another organ hands to it
 * ({@code uscc}), one JSON file for each. {@code receipt}: the gateway's own table of findings for
 * clerks.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Labels change with the template of the year: 经营者名称 or 当事人名称, 处罚文号 or 决定书文号, 检查日期 or 检查时间.
 *       All are read; both at once must say the same. A label that nobody knows is refused with its
 *       name: what nobody reads would be lost.
 *   <li>With the label the unit changed: 罚没金额(万元) of 2024 is 罚款金额(元) and 没收金额(元) of 2026.
 *   <li>A renamed business is written 新名（原名：旧名）, and no register knows that name. The new name is
 *       the party's, the earlier one becomes a remark.
 *   <li>An old export of cases writes the number over the title: such a case is refused, because
 *       nobody could tell what it is about.
 *   <li>Days are typed in Chinese numbers too: 二〇二六年三月五日. 长期 means no end.
 *   <li>Empty labels stay away, hold 无 or a hyphen.
 *   <li>A licence of a guide (导游证) belongs to a person; its number stands in a public field, where
 *       long numbers are masked.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of transfers the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of the reporting templates of culture market enforcement. A department that has a format of
 * its own replaces it by a folder in the site's {@code partners/}, or by other labels and code
 * lists here; nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.culturetourism;
