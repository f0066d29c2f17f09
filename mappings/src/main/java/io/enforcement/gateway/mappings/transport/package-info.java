/**
 * 交通运输: the transport department, by files on its SFTP server.
 *
 * <p><b>What it sends.</b> CSV in GB18030 with Chinese headings: {@code penalty-decision}, {@code
 * coercion-measure} (mostly vehicles), {@code licence}; and {@code inspection}, once a day a zip
 * with one CSV for each station and a manifest. {@code x.columns.csv} lists the columns and what
 * they mean. One bad row does not stop the others.
 *
 * <p><b>What it gets.</b> {@code assist-request}: requests for assistance addressed to it ({@code
 * uscc}), one CSV for each. {@code receipt}: the gateway's own table of findings for clerks.
 *
 * <p><b>Quirks.</b>
 *
 * <ul>
 *   <li>Co-offenders (carrier, driver, shipper) have one decision number, a row each, and a penalty
 *       each: only number and party together tell a decision.
 *   <li>Numbers and plates are typed by hand: 【】, full width, 号 missing, 宁Ａ·Ｄ１２３４.
 *   <li>Days come from several windows of one program and from Excel: 2026年4月2日, 2026/4/2,
 *       2026.4.2, 20260402, 46114. 长期 and 2099/12/31 mean no end.
 *   <li>Amounts are 元 with parted thousands, ￥ or the words of a cheque.
 *   <li>Empty cells may hold 无, null, / or a hyphen; a driver's credit code may be
 *       00000000000000000X.
 *   <li>Names and certificate numbers of officers stand in one cell: 姓名(证号), parted by 、.
 *   <li>What is inspected is the vehicle; a decision of the standard has no vehicle, so its plate
 *       follows the facts, which are not public.
 *   <li>A driver's 从业资格证 has the number of the identity card: of a suspended or revoked one the
 *       number is masked, because that field is public.
 *   <li>A penalty that touches a licence may name who granted it (发证机关): then the decision goes to
 *       that licensing department, otherwise to that of the division.
 *   <li>An inspection without 计划编号 is not planned; one with 案号 leads to a case.
 * </ul>
 *
 * <p><b>How it is read.</b> By data only: one mapping for each file, {@code reading.jslt} with what
 * they share, and the code lists; {@code out-x.csv} lists write.
 *
 * <p><b>Lost.</b> {@code lost.csv}: of requests the particulars of the addressee, which is the
 * department itself, and of files what the digest does not need.
 *
 * <p><b>Source.</b> No public schema exists: this is our own clear format, version 1.0, in the
 * habit of transport enforcement exports. A department that has a format of its own replaces it by
 * a folder in the site's {@code partners/}, or by other columns and code lists here; nothing else
 * knows them.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.transport;
