/**
 * 其他机关和地区 (跨部门、跨区域、跨层级): any body beside or beyond ours with which cases, disputes and help are
 * exchanged. One partner of an installation is one such body; a second one is switched on with
 * {@code like: neighbour}.
 *
 * <p><b>What they exchange.</b> The same five letters in both directions, each one JSON object in
 * UTF-8: {@code jurisdiction-transfer} (案件移送函), {@code jurisdiction-dispute} (talks, report and
 * designation), {@code joint-enforcement} (plan, members, result of joint enforcement or
 * inspection), {@code assist-request} (协助调查函) and {@code assist-answer}. The neighbour connects to
 * our broker by AMQP 1.0: what it sends it puts on the queue of the exchange, what it gets waits on
 * its one queue, so every letter begins with its {@code type}. It deduplicates by {@code type},
 * {@code id}, {@code version} and {@code operation} (新增, 更正, 撤回), hence effect A.
 *
 * <p><b>Who gets what.</b> Transfers, requests and answers go to their addressee and nobody else:
 * an installation sets {@code uscc}, the neighbour's credit code; a letter that names its addressee
 * without a code reaches nobody and is shown as unrouted. Disputes and joint plans have several
 * bodies and no addressee: a plan goes to its members, a dispute to the bodies in dispute, the
 * first finder, the superior and the designated body, each known by its credit code. They carry no
 * party, no telephone number and not the facts of the case; a plan carries the place of the action.
 *
 * <p><b>Quirks.</b> Words for codes, true and false for yes and no, days as {@code 2026-06-16},
 * moments as {@code 2026-06-16 10:00:00} in Beijing time, money in yuan as text. Absent is absent:
 * "无" in a text is what its author wrote. Fields and words that are not agreed are refused with
 * their place in the letter, never ignored. Files travel as title and digest, also those marked
 * secret: the file itself is handed over otherwise. One case may go through several hands: {@code
 * receivedByTransfer} says that it came by transfer already.
 *
 * <p><b>Lost.</b> Fractions of a second. Spaces around required texts.
 *
 * <p><b>Source.</b> No public schema exists. This is our own clear format, grown from the invented
 * letters of our domain notes; what the letters hold follows the case forms of the field (案件移送函,
 * 协助调查函). To replace it: {@code writing.jslt} and {@code reading.jslt} hold the parts that letters
 * share, two mappings hold each letter, the code lists hold the words.
 *
 * <p>It must not know other partners. Start reading at {@code
 * jurisdiction-transfer-from-standard.jslt}.
 */
package io.enforcement.gateway.mappings.neighbour;
