package io.enforcement.gateway.benchmarks.crash;

/**
 * A decision as a row: one case, one decision, one revision.
 *
 * @param act what was done against the law; nothing else of a row ever changes
 */
record CaseRow(int number, String act) {

  static CaseRow of(int number) {
    return new CaseRow(number, "生产经营标签不符合规定的食品");
  }

  /** The same row with other words. */
  CaseRow saying(String words) {
    return new CaseRow(number, words);
  }

  /** The row's primary key, which is also the key of its message. */
  String key() {
    return String.format("row-%08d", number);
  }

  String caseNumber() {
    return String.format("ROW-%08d", number);
  }

  String decision() {
    return String.format("测表罚决字〔2026〕第%08d号", number);
  }

  /** How the receivers name it. */
  String id() {
    return HttpSender.recordId(caseNumber(), decision(), 1);
  }
}
