package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the county of a region sends: decisions and inspections made from the samples that come with
 * the standard, all entered on one day. Used by one thread.
 */
final class RegionTraffic {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final String SAMPLES = "/standards/v1/samples/";
  private static final int INSPECTION_EVERY = 3;
  private static final int CORRECTED_EVERY = 5;

  private final BodyReference body;
  private final int run;
  private final OffsetDateTime entered;
  private int serial;

  /**
   * @param run so that no two runs send the same act
   * @param entered the day on which the sources entered them
   */
  RegionTraffic(BodyReference body, int run, LocalDate entered) {
    this.body = body;
    this.run = run;
    this.entered = entered.atTime(LocalTime.of(9, 0)).atOffset(CHINA);
  }

  /** One document under a key of its own. */
  record Document(String key, byte[] content) {}

  /** The documents of the next act: one, or a second one that corrects it. */
  List<Document> next() {
    int act = ++serial;
    if (act % INSPECTION_EVERY == 0) {
      return List.of(document(inspection(act), act, 1));
    }
    List<Document> documents = new ArrayList<>();
    documents.add(document(decision(act), act, 1));
    if (act % CORRECTED_EVERY == 0) {
      PenaltyDecision corrected = decision(act);
      corrected.getPenalties().get(0).setAmount(BigDecimal.valueOf(1000L + act));
      documents.add(document(corrected, act, 2));
    }
    return documents;
  }

  private Document document(StandardRecord record, int act, int revision) {
    String key = "%s-%d-%d-%d".formatted(body.getAreaNumber(), run, act, revision);
    record.setRecordUniqueIdentity(key);
    record.setCdOperation(revision == 1 ? Operation.I : Operation.U);
    record.setRevision(revision);
    record.setCdTime(entered.plusSeconds(act));
    return new Document(key, StandardXml.write(record));
  }

  private PenaltyDecision decision(int act) {
    PenaltyDecision decision = (PenaltyDecision) sample("PenaltyDecision/company-and-citizen.xml");
    decision.setBody(body);
    decision.setPunishFileNum("示综执罚决字〔2026〕第%d%05d号".formatted(run, act));
    CaseReference of = decision.getCaseReference();
    of.setCaseNumber("示综执立字〔2026〕第%d%05d号".formatted(run, act));
    of.setCheckActionCode("JC-L-%d-%d".formatted(run, act));
    return decision;
  }

  private Inspection inspection(int act) {
    Inspection inspection = (Inspection) sample("Inspection/ordered-to-correct.xml");
    inspection.setBody(body);
    inspection.setCheckActionCode("JC-%s-%d-%d".formatted(body.getAreaNumber(), run, act));
    return inspection;
  }

  private static StandardRecord sample(String name) {
    try (InputStream in = RegionTraffic.class.getResourceAsStream(SAMPLES + name)) {
      return StandardXml.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + name + " cannot be read", e);
    }
  }
}
