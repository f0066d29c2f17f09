package io.enforcement.gateway.benchmarks.crash;

/**
 * One record that a sender handed over.
 *
 * @param id names the record at every receiver
 * @param decision the number of the decision that it tells of; revisions share it
 * @param caseNumber records of one case keep their order
 * @param ordinal its place within the case; each was sent after the one before was acknowledged
 * @param wrong it must be refused and have no effect
 * @param acknowledged the sender holds a receipt for it
 */
record Sent(
    String id,
    String decision,
    String caseNumber,
    int ordinal,
    boolean wrong,
    boolean acknowledged) {}
