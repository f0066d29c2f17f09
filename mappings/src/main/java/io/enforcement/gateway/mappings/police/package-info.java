/**
 * 公安: the case platform of the public security organs, over SOAP, one operation for each event.
 *
 * <p><b>What it gets.</b> {@code crime-transfer} with the list of papers and, for every file, its
 * digest; {@code supplement-answer}; {@code goods-handover}; {@code review-request}; {@code
 * detention-transfer}; from the procuratorate {@code reasons-request} and {@code filing-notice};
 * from the gateway itself {@code duty-notice}, what the police owe and by when. Only what is
 * addressed to it by its own credit code, the setting {@code uscc}: a letter whose receiver has no
 * code finds nobody and is seen as unrouted.
 *
 * <p><b>What it sends.</b> {@code receipt}, {@code supplement-request}, {@code forwarding}, {@code
 * return}, {@code filing-decision}, {@code filing-refusal}, {@code review-decision}, {@code
 * reasons-statement} (to the procuratorate), {@code crime-result} and {@code detention-result}.
 *
 * <p><b>Quirks.</b> Element names are initials of pinyin; the operation is the name of the root.
 * Days are eight digits, moments fourteen, Beijing time without saying so and without fractions of
 * a second. Yes and no are 1 and 0. Codes are Chinese words, one list here for each; sex and
 * certificate types are the national codes as they are. A digest is split into algorithm and
 * upper-case digits. Empty values may be 无. The number of a transfer letter has at most 40
 * characters there: a longer one is refused, never cut. The linkage platform in use asks for five
 * files with every transfer; how hard is from memory, so nothing is held back here and the
 * platform's own 补充材料通知 says what is missing. A repeated message is known by the header {@code
 * MessageId}; where a platform does not do so, its effect is C.
 *
 * <p><b>Lost.</b> On the way out: fractions of a second, the source inspection of a case, batch and
 * source of the record, and that a notice is not restricted: restricted ones do not come here. On
 * the way in: nothing.
 *
 * <p><b>Source.</b> Documents and fields from 国务院令第730号, the joint rules on environmental offences,
 * the forms of the linkage platform in use and its list of operations. No public schema of any
 * platform exists: {@code police.xsd} is our own clear format. To replace it, put the platform's
 * schema in its place and change the names in the translators; the samples say what breaks.
 *
 * <p>It must not know other partners. Start reading at {@code police.xsd} and {@link
 * io.enforcement.gateway.mappings.police.CrimeTransferFromStandard}.
 */
package io.enforcement.gateway.mappings.police;
