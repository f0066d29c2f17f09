/**
 * 检察: the supervision platform of the procuratorates, over SOAP, one operation for each event.
 *
 * <p><b>What it gets.</b> Copies, each a message of its own that says less than the letter: {@code
 * crime-transfer-copy} with the list of papers and their digests, {@code forwarding-copy}, {@code
 * return-copy}, {@code filing-decision-copy}, {@code filing-refusal-copy}, {@code
 * goods-handover-copy}, {@code review-decision-copy}, {@code crime-result-copy}. What is addressed
 * to it: {@code supervision-suggestion}, {@code reasons-statement}, {@code opinion-reply}.
 *
 * <p><b>What it sends.</b> Forward: {@code reasons-request} and {@code filing-notice} (to the
 * police), {@code supervision-result}, {@code transfer-advice}, {@code crime-result}. Reverse:
 * {@code prosecutorial-opinion}, {@code follow-up-letter}, {@code prosecutorial-suggestion}.
 *
 * <p><b>Quirks.</b> A copy goes to the procuratorate that it names, by its credit code, the setting
 * {@code uscc}; one that names a procuratorate without a code goes to that of the division that the
 * sender works in: the setting {@code region} holds the start of its division code. Letters go by
 * credit code. Element names are those of the linkage platform in use where it has one. Codes are
 * Chinese words, one list here for each; kinds of organ, sex and certificate types are codes that
 * both sides have. Registered capital is in 万元, everything else in 元. Moments are Beijing time
 * without saying so and without fractions of a second, yes and no are 是 and 否, empty values may be
 * 无. The day by which an opinion must be answered travels in the document: real opinions set one
 * month where the rule has two. A repeated message is known by the header {@code MessageId}; where
 * a platform does not do so, its effect is C.
 *
 * <p><b>Lost.</b> A copy leaves out by design how people live, who approved, officers and contacts,
 * goods and their value, the result and payment of earlier penalties, other organs that got a copy,
 * remarks. On the way in: nothing.
 *
 * <p><b>Source.</b> Documents and fields from 人民检察院刑事诉讼规则, the guide on reverse transfers of 2024,
 * 国务院令第730号, the joint rules on environmental offences, the forms of the linkage platform in use
 * and its list of operations. No public schema of any platform exists: {@code procuratorate.xsd} is
 * our own clear format. To replace it, put the platform's schema in its place and change the names
 * in the translators; the samples say what breaks. The names of the kinds of non-prosecution are
 * from memory.
 *
 * <p>It must not know other partners. Start reading at {@code procuratorate.xsd} and {@link
 * io.enforcement.gateway.mappings.procuratorate.CrimeTransferCopyFromStandard}.
 */
package io.enforcement.gateway.mappings.procuratorate;
