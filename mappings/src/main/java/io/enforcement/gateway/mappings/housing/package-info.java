/**
 * 住建: the housing and construction bureau's case system.
 *
 * <p><b>What it sends.</b> One penalty decision ({@code penalty-decision}) or one legal revocation
 * ({@code revocation}) per request, JSON in UTF-8 with Chinese field names, over the HTTP intake.
 * One decision may name several parties; each penalty may be bound to some of them by {@code
 * 当事人序号}, otherwise it binds all.
 *
 * <p>Besides, read by data alone ({@code reading.jslt} is what they share): {@code inspection} of
 * sites, {@code case} with its steps, {@code coercion-measure} (sites sealed, machines seized),
 * {@code licence} (building permits and qualifications) and {@code clue} to another organ, one
 * object or an array of objects per request. In all of them a field that the format does not have
 * is refused with its name: what nobody reads would be lost.
 *
 * <p><b>What it answers.</b> {@code licence-query}: which licences and qualifications a company
 * has, by its credit code and perhaps one number, asked and answered at once over REST. It sees who
 * asks, for what, by which law and for which case; not the officer. Its answer carries our number
 * ({@code 请求编号}), its own body ({@code 主管部门}), the state of its data and whether it is the whole
 * list ({@code 未列全}); {@code licence-state.csv} reads every way in which a licence is no longer in
 * force as 无效. An answer is 64 KB at most.
 *
 * <p><b>Quirks.</b> Amounts come with their unit, 元 or 万元, and both occur in one decision. Codes
 * are Chinese words. Decision numbers come with any kind of bracket and sometimes without 号; they
 * are normalised. Empty values may be null, "无", "null" or the placeholder 00000000000000000X.
 * {@code 操作} 删除 means "sent by mistake"; a legal revocation is an exchange of its own. A penalty
 * that touches a licence may name who granted it ({@code 发证机关}): then the decision goes to that
 * licensing department, otherwise to that of the division.
 *
 * <p><b>What it gets.</b> Nothing but queries is pushed; it asks the status address of its receipt.
 *
 * <p><b>Source.</b> An invented format in the habit of departmental case systems, version 1.0. For
 * the query no public schema exists either: it is our own clear format, version 1.0; a bureau that
 * has another one replaces {@code licence-query.jslt} and {@code licence-answer.jslt}.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard}.
 */
package io.enforcement.gateway.mappings.housing;
