/**
 * 乡镇(街道): the enforcement system of a township, which acts in the name of its government.
 *
 * <p><b>What it sends.</b> {@code penalty-decision}, {@code inspection}, {@code coercion-measure}
 * and {@code other-act}, done by the township's government; {@code copy-notice} (抄告) to the
 * competent department; {@code assist-request} of the four kinds; {@code hazard-notice}; {@code
 * improper-act-correction}. JSON in UTF-8, one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> It has no address that we could call, so it pulls: {@code assist-answer}
 * and {@code improper-act-notice} addressed to it ({@code uscc}), {@code item}: the catalogue of
 * its county ({@code county}, the division of the body that owns the catalogue) with the bodies
 * that exercise each item and from when, and {@code receipt}.
 *
 * <p><b>Which acts are copied</b> is configuration, on three places: {@code copy-reason.csv} here
 * says for which reasons this township may write a notice (items taken over, violations outside its
 * powers); the notice names the department; and that department's subscription selects by {@code
 * copyReason}. A department that wants every act of an item that the township took over subscribes
 * to the acts themselves by {@code bodyUscc}.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, {@code writing.jslt} for the way out, and the code lists. A list {@code x.csv}
 * reads, {@code out-x.csv} writes.
 *
 * <p><b>Quirks.</b> Field names and codes are Chinese words, yes and no are 是 and 否, moments are
 * Beijing time without an offset, amounts are yuan. The acting body is the township's government,
 * never its enforcement office. A field that the format does not have is refused with its name:
 * what nobody reads would be lost.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of an item what only its register needs (local codes,
 * procedure, state of approval). Coming in: requisitions and rulings, which townships do not make,
 * and measures against personal freedom or accounts, which they must not take.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, its letters
 * after 楚雄市 township plan (2023). A department that has a format of its own replaces it by a folder
 * in the site's {@code partners/}, or by other names in the mappings and code lists here; nothing
 * else knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.township;
