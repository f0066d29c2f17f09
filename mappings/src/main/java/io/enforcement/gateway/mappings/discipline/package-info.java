/**
 * 纪检监察: the organ of discipline inspection and supervision.
 *
 * <p><b>What it gets.</b> {@code clue}: a clue about public officials that arose in a case, one
 * letter for each case, with the persons, their posts and identity documents, the facts and the
 * papers. <b>What it sends.</b> {@code result}: what became of a clue. Both are JSON in UTF-8 on
 * queues of the organ's own broker; it deduplicates by {@code id}, {@code version} and {@code
 * operation} (effect A).
 *
 * <p><b>Restricted.</b> The standard calls both records secret as a whole. Nothing of a clue leaves
 * by a general permission: {@code partner.yaml} names every field one by one, and no other partner
 * may subscribe these records (the provincial database excludes them). An installation sets {@code
 * uscc}, the organ's credit code; a clue that names its organ without a code goes nowhere and is
 * shown as unrouted. On the organ's broker only the account of the gateway may write {@code
 * enforcement.clue} and read {@code enforcement.clue.result}, and only listed people may read them;
 * the queues need TLS. At the gateway both exchanges are {@code restricted}: only the people whom
 * the installation lists for this partner find what is parked, look into it and replay it, whatever
 * their role; everybody else learns how much there is. Whose exchange brings clues to the gateway
 * should be restricted too. Findings name places, never a value, so a refused result gives nobody
 * away.
 *
 * <p><b>Several organs.</b> One partner of an installation is one organ. A second one is switched
 * on with {@code like: discipline}, with a credit code, broker, secret and list of its own; each
 * gets what is addressed to it and nothing else.
 *
 * <p><b>Quirks.</b> Words for codes, true and false, days as {@code 2026-06-10}, moments in Beijing
 * time. {@code level} is always {@code RESTRICTED}. Files travel as title and digest, also those
 * marked secret: the file itself is handed over in person. An identity number without the kind of
 * its document is refused. Fields and words that are not agreed are refused, never ignored.
 *
 * <p><b>Lost.</b> Length, unit and provision of the limit; item and inspection of the case; batch
 * and source of the record. Fractions of a second.
 *
 * <p><b>Source.</b> No public schema exists. This is our own clear format, grown from the invented
 * clue of our domain notes; what it holds follows the transfer to the discipline organ of a
 * platform in use. To replace it: {@code clue.jslt}, {@code result.jslt} and the code lists.
 *
 * <p>It must not know other partners. Start reading at {@code clue.jslt}.
 */
package io.enforcement.gateway.mappings.discipline;
