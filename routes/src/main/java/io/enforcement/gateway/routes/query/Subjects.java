package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.store.NewSubject;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * By what records can be asked for. Certificates of enforcement and items are public; of parties
 * only credit codes are taken: a natural person cannot be asked about by number here. Pure; any
 * thread.
 */
public final class Subjects {

  /** Dates of acts are dates in China, wherever the machine stands. */
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Subjects() {}

  /**
   * The subjects of a record; none for the kinds that cannot be asked for.
   *
   * @param receivedAt when the record came
   */
  public static List<NewSubject> of(StandardRecord record, UUID id, Instant receivedAt) {
    if (record instanceof Officer officer) {
      return List.of(subject(record, certificate(officer.getCertNo()), receivedAt, id));
    }
    if (record instanceof EnforcementItem item) {
      List<NewSubject> codes = new ArrayList<>();
      codes.add(subject(record, task(item.getTaskCode()), receivedAt, id));
      if (item.getSuperviseItemCode() != null) {
        codes.add(subject(record, supervisedItem(item.getSuperviseItemCode()), receivedAt, id));
      }
      return codes;
    }
    if (record instanceof LicenceDecision licence) {
      return organisations(record, licence.getParties(), start(licence.getDecisionDate()), id);
    }
    if (record instanceof Inspection inspection) {
      Instant at = inspection.getCheckDate().toInstant();
      return organisations(record, inspection.getParties(), at, id);
    }
    return List.of();
  }

  static String certificate(String certNo) {
    return "certificate:" + DocumentNumber.normaliseAny(certNo);
  }

  static String task(String taskCode) {
    return "task:" + taskCode.strip();
  }

  static String supervisedItem(String code) {
    return "item:" + code;
  }

  static String organisation(String uscc) {
    return "uscc:" + uscc;
  }

  /** The first instant of a day. */
  static Instant start(LocalDate day) {
    return day.atStartOfDay(CHINA).toInstant();
  }

  private static List<NewSubject> organisations(
      StandardRecord record, List<Party> parties, Instant at, UUID id) {
    return parties.stream()
        .filter(party -> party.getUscc() != null)
        .map(party -> subject(record, organisation(party.getUscc()), at, id))
        .distinct()
        .toList();
  }

  private static NewSubject subject(StandardRecord record, String name, Instant at, UUID id) {
    return new NewSubject(record.getClass().getSimpleName(), name, at, id);
  }
}
