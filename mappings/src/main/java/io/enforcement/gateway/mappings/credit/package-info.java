/**
 * 信用: the credit platform (信用信息平台, 双公示), reached through its front-end database (前置库). Three
 * layouts of its tables are in circulation, each a partner of this folder: {@code credit}, natural
 * and legal persons in one table, which is what platforms use now; {@code credit-2018} and {@code
 * credit-2018-natural}, the four tables of 2018, two for legal and two for natural persons; {@code
 * credit-2015}, the old layout with a status column. Two more, {@code credit-xlsx} and {@code
 * credit-xlsx-natural}, take no rows but files: upload templates, over SFTP.
 *
 * <p><b>What it gets.</b> {@code penalty-decision} and {@code licence}: one row for each party, in
 * columns {@code CF_*} and {@code XK_*}; {@code revocation}; {@code objection-answer}: what a
 * department answers to an objection that the platform has numbered. Restricted acts, those against
 * minors and refused licences are not subscribed. An amendment is the same decision with {@code
 * CD_OPERATION} U, what was wrongly sent with D.
 *
 * <p><b>What it sends.</b> {@code rejection}: rows of its rejection table, as it checks our rows
 * later. {@code REC_ID} of a row of ours is the delivery key, a hyphen and the party's number, so a
 * rejection finds its delivery. {@code credit} also sends {@code repair}, {@code objection}, {@code
 * credit-status} and {@code risk-grade}: one row each, whose columns the translator names.
 *
 * <p><b>What the gateway has to do.</b> A repaired record must never be pushed again, and a
 * translator does not know what was repaired. A repair ({@code CreditRepair}) with result 1 names
 * the decision by {@code body.uscc} and {@code publishedDecision.documentNumber}, compared in its
 * normalised form, and the party; later amendments of that decision are held from every partner of
 * this folder, while a revocation or an operation D still goes.
 *
 * <p><b>Columns and codes are data.</b> {@code columns*.csv} lists tables and columns of a layout:
 * its name there, the value of ours that fills it (so it holds the old names of 2015), type,
 * length, whether the platform refuses a row without it (for whom: legal, natural), and its code
 * list. A platform that differs gets other lines, not other code. Lengths of licence columns are
 * remembered, not read: they are as wide as the standard's fields. {@code penalty-kind*.csv} and
 * {@code licence-kind*.csv} say each layout's categories.
 *
 * <p><b>Quirks.</b> Of the merged layout, categories are Chinese words; platforms that use numbers
 * contradict each other: here the four tables of 2018 use one vendor's (普通 is 0), the layout of
 * 2015 another's (普通 is 1). The amount columns count in 万元 with six decimals, the words in {@code
 * CF_NR} in 元. Dates are YYYY/MM/DD, an open end is 2099/12/31. The list of penalty kinds is older
 * than the law of 2021: what it does not know becomes 其他-name. Texts beyond the columns are
 * refused, never cut. A sole trader stands among legal persons, with a category of its own.
 *
 * <p>Penalties have no status column since 2018, so a revocation is a row of {@code
 * penalty_revocation}. In 2015 it is the penalty's row once more with {@code CF_ZT} 撤销; only
 * number, authority, region, status and remark are filled, for a revocation says no more. There 撤销
 * also takes down what was wrongly sent, with a remark that says so: that layout knows no other
 * way.
 *
 * <p>What ends or suspends a licence amends the row of that licence ({@code XK_ZT} 2), found by the
 * number of the original decision. Sent wrongly, it cannot be undone by itself: the licence has to
 * be sent again.
 *
 * <p>The four tables, and the four templates, are two partners because a partner gets one delivery
 * of a record, and one delivery writes one table: a decision against a company and its manager goes
 * to both. An installation that must not report natural persons leaves the second partner off.
 *
 * <p><b>Upload templates.</b> Spreadsheets with one sheet, the agreed column names in row 1 and
 * texts only: four of them, penalties and licences of legal persons (sole traders among them) and
 * of natural persons, each decision a file with a row for each such party, and a list of what is to
 * be taken down. The platform imports one file at a time from the template's folder. Columns are
 * the labels of the layout of 2018, with 行政相对人类别 for legal persons, because a sole trader is sent
 * back without it; categories are words. A template has no column for an operation: a higher
 * revision is the same row once more, known by number and party, and what was wrongly sent is
 * refused here, for it must be taken down by hand. What the platform sends back is a spreadsheet in
 * the folder of rejections, a line for each fault, with the name of our file; that name is the
 * delivery key. The platform's day columns may be days or texts.
 *
 * <p><b>Lost.</b> 法人及非法人组织 does not tell legal persons from other organisations: in what the
 * platform sends, both are read as legal persons.
 *
 * <p><b>Source.</b> The layouts as reconciled from public code and pages (2015; 2018,
 * 发改办财金〔2018〕424号; merged since 2019). No public schema exists of repairs, objections, their
 * answers, status and grades at a front-end database, nor of the list that answers an upload: these
 * columns are our own clear format, to be replaced column by column in the translators named above.
 *
 * <p>It must not know other partners. Start reading at {@link
 * io.enforcement.gateway.mappings.credit.PenaltyRows}, then {@link
 * io.enforcement.gateway.mappings.credit.Layout}.
 */
package io.enforcement.gateway.mappings.credit;
