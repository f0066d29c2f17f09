/**
 * 自然资源: the natural resources department, by XML over HTTP in both directions.
 *
 * <p><b>What it sends.</b> {@code inspection} (also of plots that a satellite saw changed), {@code
 * case}, {@code penalty-decision}, {@code coercion-execution} (mostly by the court: it may coerce
 * little itself), {@code licence} (planning, mining, surveying) and {@code clue} to another organ.
 * XML in UTF-8, one {@code JL} for each record, element names in pinyin initials.
 *
 * <p><b>What it gets.</b> {@code transferred-clue}: clues addressed to it ({@code uscc}); {@code
 * receipt}. XML in the same habit; {@code x.elements.csv} lists the elements in their order.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>A long text (WFSS, CFNR, JGSM …) comes in pieces: the columns behind it hold 255 bytes. The
 *       pieces in their order are the text.
 *   <li>A penalty has two amounts: JE in yuan, and JEWY, a column of whole 万元 in which everything
 *       below is lost. Only JE is read; a row that has JEWY alone is refused.
 *   <li>The day until which a decision is shown (GSJZRQ) is counted from its closing here, not from
 *       the decision. It is not read.
 *   <li>An organisation that has changed its name stands under the new one; the old one (CYM) is
 *       told in words, so that both registers can find it. A person's is not told.
 *   <li>Areas are decimals in 平方米, 亩 or 公顷 and have no field in the standard: they are told in
 *       words. 限期拆除 is no kind of penalty there: the list says 其他, openly.
 *   <li>Moments have milliseconds, which the standard does not keep; what we write has them.
 *   <li>Officers, laws and steps are attributes and text: {@code <CFYJ FL="土地管理法">第七十七条</CFYJ>}.
 *   <li>卫片执法 is no source of a case in the standard: its list says 其他, openly.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each message, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write. Elements that no mapping
 * names do not concern us.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of clues the particulars of the addressee, which is the
 * department itself, and what only its own register tells of a suspect.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of land enforcement systems. A department that has a format of its own replaces it by a
 * folder in the site's {@code partners/}, or by other names in the mappings, lists and element
 * tables here; nothing else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.naturalresources;
