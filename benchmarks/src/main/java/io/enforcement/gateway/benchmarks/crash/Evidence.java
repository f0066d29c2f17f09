package io.enforcement.gateway.benchmarks.crash;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the checker may know, none of it from inside the gateway's process.
 *
 * @param sent what senders handed over
 * @param changedReceipts records whose duplicate got another receipt than the first time
 * @param effects per receiver the records that had an effect there, in the order of the effects; a
 *     record stands as often as it had an effect
 * @param told what the API says of the records that lack an effect somewhere, by record id
 * @param deadlines how many deadlines wait for the service of each decision, by its number
 * @param files what became of the files that travelled beside messages
 * @param refusals records that a receiver says it has refused
 * @param books what the installation looks like at rest
 */
record Evidence(
    List<Sent> sent,
    Set<String> changedReceipts,
    Map<Receiver, List<String>> effects,
    Map<String, Told> told,
    Map<String, Integer> deadlines,
    AttachmentEvidence files,
    Map<Receiver, Set<String>> refusals,
    Books books) {

  /** The receivers of the harness, one of each effect class that is checked here. */
  enum Receiver {
    A("crash-a"),
    B("crash-b"),
    C("crash-c"),
    D("crash-d");

    private final String partner;

    Receiver(String partner) {
      this.partner = partner;
    }

    String partner() {
      return partner;
    }
  }

  /**
   * What the API says of a record.
   *
   * @param state of the record
   * @param deliveries state by receiver
   */
  record Told(String state, Map<Receiver, String> deliveries) {}
}
