/**
 * 农业农村: the agriculture department (comprehensive agricultural enforcement), over its own message
 * broker.
 *
 * <p><b>What it sends.</b> {@code inspection}, {@code penalty-decision}, {@code coercion-measure}
 * (seeds, pesticides, veterinary drugs), {@code licence} and {@code revocation} of a decision. JSON
 * in UTF-8 whose names are whole pinyin, one object or an array of objects per message.
 *
 * <p><b>What it gets.</b> {@code clue}: clues addressed to it ({@code uscc}); {@code receipt}. Both
 * as JSON with the same habit of names.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Every quarter all decisions come again as 新增, also those that were repaired or revoked in
 *       between. {@code banben} must be said: a row with the version that we hold is a duplicate,
 *       not news. {@code zhuangtai} 已修复 ends the publication on the day of the repair; 已撤销 is
 *       refused here, because a revocation is a message of its own and its decision must not be
 *       published anew.
 *   <li>A number like 农罚〔2026〕3号 is used by every station of the county: only {@code jigou_daima}
 *       and the number together tell a decision.
 *   <li>A report of theirs joins rows by what is not null and merged the cases that had no number:
 *       a decision without {@code anjian_bianhao} is refused.
 *   <li>{@code laiyuan_danwei} of decisions is called {@code shuju_danwei} in licences.
 *   <li>Amounts are texts with their unit: 3000元, 1.2万元, 叁仟元整.
 *   <li>Goods are counted in 公斤, 袋, 瓶; 亩 and 头 are units of what was inspected, told in words.
 *   <li>Co-offenders (seller, maker) stand in one list and have one number.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each queue, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of clues the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of county systems that name columns in pinyin. A department that has a format of its own
 * replaces it by a folder in the site's {@code partners/}; nothing else knows it.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.agriculture;
