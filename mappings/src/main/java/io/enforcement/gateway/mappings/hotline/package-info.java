/**
 * 12345: the hotlines of two cities, {@code hotline-yunling} (云岭市) and {@code hotline-qinghe}
 * (清河市). They do the same thing and agree on no name, unit or code.
 *
 * <p><b>What they send.</b> {@code order}: an order to the department, again with a higher round
 * after a return or an unsatisfied call-back; {@code supervision-notice}: 督办 or 催办; {@code
 * extension-answer}: whether more time is granted. JSON in UTF-8, one object per request.
 *
 * <p><b>What they get.</b> {@code order-sign}, {@code order-return}, {@code order-extension},
 * {@code order-result} and, when a case outlasts its order, {@code order-follow-up}, by POST.
 * Yunling deduplicates by number, round, {@code msgType} and {@code version}, for extensions also
 * by {@code applyKey} and for follow-ups by {@code followTime}, because one round may have several
 * (effect A); Qinghe does not (effect C). What was mended comes again with a higher version, what
 * was sent by mistake is taken back by {@code 撤回}, in Qinghe {@code OPT_TYPE} 3. Each gets the
 * answers to the orders of its own city: an installation sets {@code region}, the start of the
 * city's division, for example 6401. An order tells the city by the division of whoever dispatched
 * it, and an answer repeats it ({@code orderReference.cityAreaNumber}); one that does not counts
 * for the city of the answering body. A hotline does not get back what it sent itself.
 *
 * <p><b>Secret callers.</b> {@link io.enforcement.gateway.mappings.hotline.Secrecy} says what
 * remains of them: the token and nothing else, whatever the city sends. Whoever does not say
 * whether the caller is secret has a secret caller. The token must be random or keyed: the bare
 * hash of a telephone number is the telephone number. All that the cities send is a {@link
 * io.enforcement.gateway.mappings.Seal}: what does not remain of a secret caller is not stored
 * either, and the receipt's digest is of what was stored. Notices and answers do not say whether
 * the caller is secret, so numbers and mail addresses are taken out of their texts always. A field
 * that the city's type does not know could hold anything: such a message is refused at the door.
 *
 * <p><b>Replies.</b> Only the public reply leaves. The internal note is no permitted field of any
 * exchange here, and Qinghe's format has no place for it; files marked secret stay here as well.
 *
 * <p><b>Quirks.</b> Limits are data of each order, never ours: Yunling counts working days, hours
 * and natural days, Qinghe hours for handling and minutes for signing. The standard has no minutes;
 * whole hours become hours, other minutes the moment on which they end. Yunling names no division,
 * so it is read from the credit code of the unit (its third to eighth character). Qinghe writes
 * moments without seconds and files as lists parted by commas, of paths, sizes and digests: lists
 * of unequal length are refused, which is how a comma in a file name shows. The kind of a file is
 * known by its ending; other endings are {@code application/octet-stream}. An answer about more
 * time must give back the {@code applyKey} of the request as it stood, because the moment of asking
 * is part of the record's key. {@code 匿名} is no name, a telephone number with asterisks none
 * either. Qinghe knows neither "not handled, returned" as a result nor a case that was withdrawn:
 * such records are refused for it.
 *
 * <p><b>Lost.</b> Coming in: sex, mail and the second telephone number of callers; of secret
 * callers all but the token, call recordings, and files whose name gives the caller away. Going
 * out: what enforcement did ({@code outcome}), who handles the order, the limits (the cities know
 * them), the sign window, suggested units' codes, filing date and item of a case; towards Qinghe
 * also seconds, and titles of files that have a storage key.
 *
 * <p><b>Source.</b> No public interface standard of a hotline exists; every city differs. Yunling
 * follows the invented messages of our domain notes, Qinghe is modelled on the field names of
 * hotline systems in public code (order numbers, rounds, {@code isSecret}, comma lists). A real
 * city replaces them by a folder of its own in the site's {@code partners/}, or by new types and
 * code lists here.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.hotline.YunlingOrderToStandard}.
 */
package io.enforcement.gateway.mappings.hotline;
