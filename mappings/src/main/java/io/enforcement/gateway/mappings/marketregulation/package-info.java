/**
 * 市场监管: the market regulation department, reached through a front-end database.
 *
 * <p><b>What it sends.</b> Rows of four tables: {@code inspection} (jc_xx), {@code
 * penalty-decision} (cf_xx), {@code coercion-measure} (qz_xx), {@code licence} (xk_xx). Columns are
 * pinyin initials in capitals with the prefix of their table.
 *
 * <p><b>What it gets.</b> {@code clue}: rows of the table {@code clue}, one for each suspect, for
 * clues addressed to it ({@code uscc}); evidence as title, place where it is kept and digest.
 * {@code receipt}: rows of the table {@code receipt}, one for each finding.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Amounts of penalties are 万元 with six decimals (CF_NR_FK 0.2 is 2000 yuan), the text CF_NR
 *       beside them speaks of 元. A zero stands where nothing was filled in.
 *   <li>Columns drift between the views of several years: CF_FDDB or CF_FRDB, CF_FR_ZJHM or
 *       CF_FR_SFZH (then an identity card without a kind), CF_CFJG or CF_XZJG. Both are read.
 *   <li>A sole trader (code 92…) may stand as 自然人; the certificate is then the operator's.
 *   <li>XK_YXQZ is from, XK_YXQZI is to. 长期 and 2099/12/31 mean no end. Days are written with
 *       slashes or hyphens.
 *   <li>Several kinds in CF_CFLB are parted by semicolons, a last one is habit; 其他-责令补办 names its
 *       kind, 其他 alone is no kind and is refused.
 *   <li>CF_GSJZQ is not read: in this database each update of a row rewrites it.
 *   <li>Goods are 名称,数量,单位 parted by semicolons.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each table, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write. Columns that no mapping names
 * do not concern us.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of clues the particulars of suspects and papers that the table
 * has no column for.
 *
 * <p><b>Source.</b> Columns {@code CF_*} and {@code XK_*} after the 双公示 layouts as reconciled in
 * our domain notes (several versions side by side); {@code JC_*}, {@code QZ_*} and the tables that
 * we write are our own in the same habit, because no public schema exists. A real department
 * replaces them by a folder in the site's {@code partners/}.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.marketregulation;
