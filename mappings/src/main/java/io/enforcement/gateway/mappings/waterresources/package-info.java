/**
 * 水利: the water resources department, over its own message broker.
 *
 * <p><b>What it sends.</b> {@code inspection}, {@code penalty-decision}, {@code coercion-execution}
 * (obstacles cleared from rivers, mostly by a substitute) and {@code licence} (the right to take
 * water). XML declared as GB18030, one {@code ROW} for each record.
 *
 * <p><b>What it gets.</b> {@code hazard-notice}: safety hazards notified to it ({@code uscc});
 * {@code receipt}. Both as JSON with the same codes.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Names say nothing: the province replaced them by codes. xy01 is what every row begins with
 *       (0101 record, 0102 operation, 0103 revision, 0104 moment, 0105 to 0107 body, its code and
 *       division); xy02 a party (0201 kind, 0202 name, 0203 credit code, 0204 and 0205 certificate,
 *       0206 representative, 0207 address); xy03 an officer (0301 name, 0302 certificate); xy04 the
 *       case (0401 number, 0402 source, 0403 filed on, 0404 item, 0405 inspection); xy0501 what was
 *       violated, xy0502 the basis; xy11, 12, 13, 14 inspection, penalty, execution, licence; xy90
 *       receipt, xy91 hazard.
 *   <li>Code lists are the province's own numbers, equal to nobody's.
 *   <li>Days are 20260305, moments 20260305100500; 20991231 and 长期 mean no end.
 *   <li>Amounts are 万元; some are typed with their unit (25000元), and the text beside them speaks of
 *       元. What names its unit is read by it.
 *   <li>An element that stands once or many times looks alike; xy1224 binds a penalty to parties by
 *       their place in the row, without it all.
 *   <li>A law and its article are one text: 水法|第六十九条.
 *   <li>An inspection without a limit to correct was corrected at once. The volume of a licence has
 *       no field in the standard and follows its content.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each queue, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write. Elements that no mapping
 * names do not concern us.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of notices the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> Codes in the habit of the one province whose exchange replaces all names by
 * xy0101 (our domain notes); no public schema exists, so blocks and numbers are our own, version
 * 1.0. A real department replaces them by a folder in the site's {@code partners/}; nothing else
 * knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.waterresources;
