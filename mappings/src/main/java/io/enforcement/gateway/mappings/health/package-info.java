/**
 * 卫生健康: the health department (health supervision), system to system over HTTP.
 *
 * <p><b>What it sends.</b> {@code inspection} with measured values, {@code penalty-decision},
 * {@code coercion-measure} (mostly sealing), {@code licence}, and {@code order-result}, its answer
 * to an order of the hotline. JSON in UTF-8 with snake_case names, a {@code head} and {@code data},
 * one object or an array of objects per request.
 *
 * <p><b>What it gets.</b> {@code hotline-order}: orders of the hotline that fall to it ({@code
 * uscc}); {@code receipt}.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>The same order comes again after a return or to be handled anew: {@code round_no} must be
 *       said, there is no 1 to fall back on. {@code city_no} is the hotline's number, {@code
 *       local_no} the department's (WJ…); one in the place of the other is refused.
 *   <li>The text of a reply holds internal remarks between 【内部】 and 【/内部】. They become the internal
 *       note; a mark without its partner is refused, so that no remark reaches the caller.
 *   <li>Files are three lists with commas: paths, sizes, digests. They must be equally long. The
 *       files themselves stay there.
 *   <li>Days are moments in UTC, made by a program from midnight in Beijing: 2026-05-19T16:00:00Z
 *       is 20 May.
 *   <li>Amounts are whole 分.
 *   <li>What was measured has no field of its own in the standard: value and limit are told in
 *       words.
 *   <li>A field that the format does not have is refused with its name. Names of patients are no
 *       business of ours: {@code patient_name} is such a field.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of orders what only tells the bodies apart.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of health supervision platforms; files as path lists and remarks inside replies as our
 * domain notes report from real hotline systems. A department that has a format of its own replaces
 * it by a folder in the site's {@code partners/}; nothing else knows it.
 *
 * <p>It must not know other partners. Start reading at {@code order-result.jslt}.
 */
package io.enforcement.gateway.mappings.health;
