/**
 * 值班台: those who are on duty for the gateway, reached by a webhook: a chat room, a pager, a board.
 *
 * <p><b>What it gets.</b> By POST, one notice each: {@code duty-notice}, what is due soon, overdue
 * or doubtful between authorities, and which year lacks its working calendar; whoever it concerns.
 * A restricted one does not come here. It deduplicates by {@code messageKey} (effect A).
 *
 * <p><b>What it sends.</b> Nothing.
 *
 * <p><b>How it is written.</b> By data only: {@code duty-notice.jslt} and the code lists.
 *
 * <p><b>Quirks.</b> The document is flat, because webhooks take no more: several organs or document
 * numbers stand in one text, parted by 、. {@code text} is the line that people read, the rest is
 * for programs. Names are English, codes are words in capitals, moments are Beijing time without an
 * offset. Who it is about is an organ, or nobody when a citizen or a company owes it.
 *
 * <p><b>Lost.</b> {@code lost.csv}: kinds of organs, and code and division of those that get a
 * copy.
 *
 * <p><b>Source.</b> Our own clear format, version 1.0: no product of a site is known. A site whose
 * webhook wants another document replaces {@code duty-notice.jslt} by a folder in its {@code
 * partners/}.
 *
 * <p>It must not know other partners. Start reading at {@code duty-notice.jslt}.
 */
package io.enforcement.gateway.mappings.dutydesk;
