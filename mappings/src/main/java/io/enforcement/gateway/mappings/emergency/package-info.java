/**
 * 应急管理: the emergency management department (work safety), reached through a front-end database.
 *
 * <p><b>What it sends.</b> Rows of five tables: {@code inspection} (aq_chk), {@code case}
 * (aq_case), {@code penalty-decision} (aq_pen), {@code coercion-measure} (aq_force), {@code
 * licence} (aq_lic). Columns are abbreviated English in capitals, as registers of enterprises have
 * them.
 *
 * <p><b>What it gets.</b> {@code hazard-notice}: rows of the table {@code hazard}, one for each
 * notice addressed to it ({@code uscc}). {@code receipt}: rows of the table {@code receipt}, one
 * for each finding.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Text columns hold 255 bytes, so a long text stands in pieces: FACT1, FACT2, FACT3. They are
 *       put together as they are; a piece that is missing before a later one is asked for.
 *   <li>PENAM is NUMBER(14) in 万元 and has lost everything below 10,000 yuan: 0 for a fine of 2000.
 *       PENAMTXT beside it, in the words of the decision, is what counts; a fine without it is
 *       refused, never read as 0 yuan.
 *   <li>An old job wrote yuan into PENAM: a number that is 10,000 yuan or more from the text is
 *       refused.
 *   <li>PUBFROM counts the seven days of publication from service, where the law counts from the
 *       decision: it is not read, nor are SERVEDATE and CLOSEDATE of a penalty.
 *   <li>Quotes, semicolons and per cent signs stand in texts as they were typed (设备编号'A-3'; 100%).
 *   <li>Officers are 姓名/证号, laws are 安全生产法#第三十八条, both parted by semicolons.
 *   <li>A dangerous chemical that was seized is one line: 名称*数量*单位.
 *   <li>NULL, "" and the text null are all the same: nothing.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each table, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write. Columns that no mapping names
 * do not concern us.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of notices the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: columns are our own, version 1.0, in the habit of
 * enterprise registers (ENTNAME, UNISCID, PENDECNO), with the widths and types that our domain
 * notes report from real tables. A real department replaces them by a folder in the site's {@code
 * partners/}.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.emergency;
