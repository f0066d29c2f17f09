package io.enforcement.gateway.standards;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Discretion;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.ReceiptFinding;
import io.enforcement.gateway.standards.model.ReceiptOutcome;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
import io.enforcement.gateway.standards.model.ReviewSummary;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.RevocationKind;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Records about invented people and companies; every field is filled, no rule complains. */
public final class Samples {

  public static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  public static final String BODY = "1164010678L04X123X";
  public static final String COMPANY = "91640122MA7QX3D8XU";
  public static final String CITIZEN = "640122199211051822";

  private Samples() {}

  public static PenaltyDecision decision() {
    PenaltyDecision decision = common(new PenaltyDecision());
    decision.setBody(body());
    decision.setCaseReference(caseReference());
    decision.setPunishFileNum("安综执罚决字〔2026〕第0087号");
    decision.setPunishSetDate(LocalDate.parse("2026-05-20"));
    decision.setPunishProcedure("2");
    decision.getParties().add(company());
    decision.getParties().add(citizen());
    decision.getOfficers().add(officer("方行", "640106001"));
    decision.getOfficers().add(officer("于是", "640106002"));
    decision.setIllegalAct("未按规定清运建筑垃圾");
    decision.setIllegalFact(
        "2026年4月11日在柳河路工地出口抛洒渣土约40平方米\r\n第二行\t\u3000𠮷野\uD869\uDEA5 & <x> \"y\" ]]>");
    decision.setViolationEndDate(LocalDate.parse("2026-04-11"));
    decision.getViolatedBases().add(basis("城市建筑垃圾管理规定", "第十四条"));
    decision.getPunishAccords().add(basis("城市建筑垃圾管理规定", "第二十二条"));
    decision.getPenalties().add(penalty("03", "26500.00", 1));
    decision.getPenalties().add(penalty("04", "1280.10", 1, 2));
    decision.setPunishResult("罚款26500元，没收违法所得1280.10元");
    decision.setCorrectionOrdered(true);
    decision.setDiscretion(discretion());
    decision.setLegalReview(review());
    decision.setCollectiveDiscussionDate(LocalDate.parse("2026-05-19"));
    decision.setHearing(true);
    decision.setSuspectedCrime(false);
    decision.setMajorCase(true);
    decision.setRestricted(false);
    decision.setValidUntil(LocalDate.parse("2099-12-31"));
    decision.setPublishUntil(LocalDate.parse("2027-05-20"));
    decision.setRemark("备注\r第二行\n");
    return decision;
  }

  public static Revocation revocation() {
    Revocation revocation = common(new Revocation());
    revocation.setBody(body());
    revocation.setPunishFileNum("安综执罚决字[2026]第0087号");
    revocation.setKind(RevocationKind.UNLAWFUL);
    revocation.setRevocationFileNum("安复决字〔2026〕第3号");
    revocation.setRevocationDate(LocalDate.parse("2026-08-01"));
    revocation.setReason("事实不清");
    return revocation;
  }

  public static Receipt receipt() {
    Receipt receipt = common(new Receipt());
    receipt.setMessageId("0192f0c0-0000-7000-8000-000000000001");
    receipt.setSourceName("decisions-001.csv");
    receipt.setDigest("sha256:00");
    receipt.setReceivedAt(OffsetDateTime.parse("2026-11-22T03:00:00Z"));
    receipt.setOutcome(ReceiptOutcome.PARTLY);
    receipt.setAccepted(2);
    receipt.setDuplicate(0);
    receipt.setRefused(1);
    ReceiptFinding finding = new ReceiptFinding();
    finding.setPart(3);
    finding.setSeverity(Severity.REFUSE);
    finding.setRule("identifier.uscc");
    finding.setPath("row 3");
    finding.setExpected("18 characters");
    finding.setFix("check the code");
    receipt.getFindings().add(finding);
    return receipt;
  }

  public static RejectionList rejections() {
    RejectionList list = common(new RejectionList());
    list.setReceiver("credit");
    Rejection rejection = new Rejection();
    rejection.setBodyUscc(BODY);
    rejection.setPunishFileNum("安综执罚决字〔2026〕第0087号");
    rejection.setErrorType("1001");
    rejection.setRejectedAt(OffsetDateTime.parse("2026-11-22T11:00:00.123456789-03:30"));
    list.getRejections().add(rejection);
    return list;
  }

  public static Party company() {
    Party party = party(1, "2", "贺兰云帆市政工程有限公司");
    party.setUscc(COMPANY);
    LegalRepresentative representative = new LegalRepresentative();
    representative.setName("柳安平");
    representative.setCertificate(certificate("111", "640181197806213043"));
    party.setLegalRepresentative(representative);
    return party;
  }

  public static Party citizen() {
    Party party = party(2, "1", "梁晓岚");
    party.setCertificate(certificate("111", CITIZEN));
    party.setMinor(false);
    return party;
  }

  public static Certificate certificate(String type, String number) {
    Certificate certificate = new Certificate();
    certificate.setType(type);
    certificate.setNumber(number);
    return certificate;
  }

  public static Penalty penalty(String type, String amount, Integer... parties) {
    Penalty penalty = new Penalty();
    penalty.setType(type);
    penalty.setAmount(amount == null ? null : new BigDecimal(amount));
    penalty.getPartyNos().addAll(java.util.List.of(parties));
    return penalty;
  }

  public static OfficerReference officer(String name, String certNo) {
    OfficerReference officer = new OfficerReference();
    officer.setName(name);
    officer.setCertNo(certNo);
    return officer;
  }

  private static <T extends StandardRecord> T common(T record) {
    record.setRecordUniqueIdentity("housing-0001");
    record.setCdOperation(Operation.I);
    record.setRevision(1);
    record.setCdTime(OffsetDateTime.parse("2026-05-21T09:30:00+08:00"));
    record.setCdSource("640106001");
    record.setCdBatch("2026052100001");
    return record;
  }

  private static BodyReference body() {
    BodyReference body = new BodyReference();
    body.setName("云岭市安平区综合行政执法局");
    body.setUscc(BODY);
    body.setAreaNumber("640106");
    return body;
  }

  private static CaseReference caseReference() {
    CaseReference reference = new CaseReference();
    reference.setCaseNumber("安综执立字[2026]第 51号");
    reference.setSuperviseItemCode("01020304050607");
    reference.setCheckActionCode("JC-51");
    reference.setCaseSource("1");
    reference.setFilingDate(LocalDate.parse("2026-04-12"));
    return reference;
  }

  private static Party party(int no, String kind, String name) {
    Party party = new Party();
    party.setNo(no);
    party.setKind(kind);
    party.setName(name);
    party.setSelfEmployed(false);
    party.setAddress("安平区柳河路1号");
    return party;
  }

  private static LegalBasis basis(String law, String provision) {
    LegalBasis basis = new LegalBasis();
    basis.setLawName(law);
    basis.setProvision(provision);
    return basis;
  }

  private static Discretion discretion() {
    Discretion discretion = new Discretion();
    discretion.setPlot("1");
    discretion.setStandard("裁量基准第3档");
    return discretion;
  }

  private static ReviewSummary review() {
    ReviewSummary review = new ReviewSummary();
    review.setPassed(true);
    review.setDate(LocalDate.parse("2026-05-18"));
    review.setReviewer(officer("周审", "640106090"));
    return review;
  }
}
