/**
 * 城管: the urban management department.
 *
 * <p><b>What it sends.</b> {@code penalty-decision-file}: CSV files in GB18030 on its SFTP server,
 * a header and one row for each party of each decision ({@code penalty-decision.columns.csv} lists
 * the columns and what they mean). One bad row does not stop the others.
 *
 * <p>Its newer system uploads over HTTP what the old one never exported: {@code inspection}, {@code
 * case}, {@code coercion-measure} (stalls and tools), {@code licence} (use of pavements,
 * advertisements, waste) and {@code clue}. CSV in UTF-8; all begin with {@code base.columns.csv},
 * {@code x.columns.csv} lists what follows. Errors are read at the status address.
 *
 * <p><b>What it gets.</b> {@code receipt}: a JSON file in its directory {@code in} that names every
 * refused row with field, rule, class of value, what was expected and how to mend it, in Chinese.
 * {@code duty-notice}: beside it, ending in {@code json}, a notice of what the department owes and
 * by when; only those addressed to its own credit code, the setting {@code uscc}.
 *
 * <p><b>Quirks.</b> Amounts are in 元. Several penalties, officers or legal bases stand in one
 * field, parted by a semicolon of either width. Co-offenders share the decision number in rows of
 * their own. Empty fields may hold "无", "null" or 00000000000000000X. Names have characters beyond
 * the basic plane, so files are true GB18030, not GBK. In uploads both degrees of a place stand in
 * one cell, and the steps of a case in another (立案@2026-05-01); a case or a clue may tell of
 * nobody.
 *
 * <p><b>How it is read.</b> By data only: one mapping for each exchange, {@code reading.jslt} with
 * what the uploads share, and the code lists here.
 *
 * <p><b>Source.</b> An invented format in the habit of departmental exports, version 1.0.
 *
 * <p>It must not know other partners. Start reading at {@code penalty-decision.jslt}.
 */
package io.enforcement.gateway.mappings.citymanagement;
