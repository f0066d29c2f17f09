/**
 * 住建: the housing and construction bureau's case system.
 *
 * <p><b>What it sends.</b> One penalty decision ({@code penalty-decision}) or one legal revocation
 * ({@code revocation}) per request, JSON in UTF-8 with Chinese field names, over the HTTP intake.
 * One decision may name several parties; each penalty may be bound to some of them by {@code
 * 当事人序号}, otherwise it binds all.
 *
 * <p><b>Quirks.</b> Amounts come with their unit, 元 or 万元, and both occur in one decision. Codes
 * are Chinese words. Decision numbers come with any kind of bracket and sometimes without 号; they
 * are normalised. Empty values may be null, "无", "null" or the placeholder 00000000000000000X.
 * {@code 操作} 删除 means "sent by mistake"; a legal revocation is an exchange of its own.
 *
 * <p><b>What it gets.</b> Nothing is pushed; it asks the status address of its receipt.
 *
 * <p><b>Source.</b> An invented format in the habit of departmental case systems, version 1.0.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard}.
 */
package io.enforcement.gateway.mappings.housing;
