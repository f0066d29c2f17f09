package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;

/** Records of the standard, made from the samples that are published with it. */
public final class Acts {

  public static final String BODY = "1164010678L04X123X";

  private Acts() {}

  /** A decision of the sample's body about the sample's parties. */
  public static PenaltyDecision decision(String number, int revision, Operation operation) {
    PenaltyDecision decision =
        (PenaltyDecision) sample("PenaltyDecision", "company-and-citizen.xml");
    decision.setPunishFileNum(number);
    decision.setRecordUniqueIdentity(number + "-" + revision);
    decision.setRevision(revision);
    decision.setCdOperation(operation);
    decision.setPunishResult("第" + revision + "版");
    return decision;
  }

  static PenaltyDecision on(PenaltyDecision decision, LocalDate day) {
    decision.setPunishSetDate(day);
    return decision;
  }

  /** The same act as it comes by another way. */
  static PenaltyDecision again(PenaltyDecision decision) {
    decision.setRecordUniqueIdentity("again-" + decision.getRecordUniqueIdentity());
    decision.setCdBatch("2026052299999");
    decision.setCdSource("640100001");
    return decision;
  }

  public static Revocation revocation(String of, int revision, Operation operation) {
    Revocation revocation = (Revocation) sample("Revocation", "unlawful.xml");
    revocation.getBody().setUscc(BODY);
    revocation.setPunishFileNum(of);
    revocation.setRevocationFileNum("撤" + of);
    revocation.setRecordUniqueIdentity("R" + of + "-" + revision);
    revocation.setRevision(revision);
    revocation.setCdOperation(operation);
    return revocation;
  }

  public static StandardRecord sample(String type, String name) {
    try (InputStream in =
        Acts.class.getResourceAsStream("/standards/v1/samples/" + type + "/" + name)) {
      byte[] bytes = in.readAllBytes();
      return name.endsWith(".xml")
          ? StandardXml.read(bytes)
          : StandardJson.read(bytes, RecordTypes.of(type).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
