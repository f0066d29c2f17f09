package io.enforcement.gateway.benchmarks.crash;

/** A decision as a message on a queue: one case, one decision, one revision. */
record QueuedCase(int number) {

  /** The key of its message. */
  String key() {
    return String.format("queued-%08d", number);
  }

  String caseNumber() {
    return String.format("QUEUE-%08d", number);
  }

  String decision() {
    return String.format("测队罚决字〔2026〕第%08d号", number);
  }

  /** How the receivers name it. */
  String id() {
    return HttpSender.recordId(caseNumber(), decision(), 1);
  }
}
