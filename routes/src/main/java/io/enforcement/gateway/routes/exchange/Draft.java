package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.mappings.file.Parcel.Enclosed;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * A message after translation and checking, before anything is decided in the store.
 *
 * @param parts what the message holds; empty when it could not be read at all
 * @param files that came with it and are named by its records
 * @param refusal why the message as a whole was refused, or empty
 * @param amendable whether the site can add words to the code lists by which it was read
 * @param fault what went wrong on our side, or null; such a message is parked
 */
record Draft(
    ClaimedMessage message,
    List<DraftPart> parts,
    List<Enclosed> files,
    List<Finding> refusal,
    boolean amendable,
    String fault) {

  static Draft translated(
      ClaimedMessage message, List<DraftPart> parts, List<Enclosed> files, boolean amendable) {
    return new Draft(message, parts, files, List.of(), amendable, null);
  }

  static Draft refused(ClaimedMessage message, List<Finding> findings, boolean amendable) {
    return new Draft(message, List.of(), List.of(), findings, amendable, null);
  }

  static Draft faulty(ClaimedMessage message, String fault) {
    return new Draft(message, List.of(), List.of(), List.of(), false, fault);
  }

  /** The parts that wait for a word that people here can add. */
  List<DraftPart> awaiting(List<DraftPart> open) {
    return amendable ? open.stream().filter(part -> !part.awaited().isEmpty()).toList() : List.of();
  }

  /**
   * One part.
   *
   * @param record null when the row could not be read
   * @param identity null when there is no sound record
   * @param xml the record as it will be kept, null when there is no sound record
   */
  record DraftPart(
      int position,
      StandardRecord record,
      RecordIdentity identity,
      byte[] xml,
      List<Finding> findings) {

    boolean refused() {
      return xml == null || findings.stream().anyMatch(Finding::refuses);
    }

    /** The words that it waits for. */
    List<UnknownWord> awaited() {
      return UnknownWord.allOf(findings);
    }

    String kind() {
      return record == null ? "Unreadable" : record.getClass().getSimpleName();
    }
  }
}
