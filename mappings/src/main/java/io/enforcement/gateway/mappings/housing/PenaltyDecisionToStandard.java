package io.enforcement.gateway.mappings.housing;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Discretion;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.ReviewSummary;
import jakarta.inject.Named;
import java.util.List;

/** Reads the housing bureau's {@code penalty-decision}; parties and penalties have own readers. */
@Named("housingPenaltyDecision")
public final class PenaltyDecisionToStandard implements ToStandard {

  private static final PartnerCodes PROCEDURE = HousingValues.codes("punish-procedure");
  private static final PartnerCodes SOURCE = HousingValues.codes("case-source");
  private static final PartnerCodes PLOT = HousingValues.codes("discretion-plot");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    PenaltyDecision decision = read(StrictJson.read(message, HousingDecision.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, decision));
  }

  private static PenaltyDecision read(HousingDecision source, Reading reading) {
    HousingValues values = new HousingValues(reading);
    PenaltyDecision decision = new PenaltyDecision();
    values.head(decision, source.key(), source.operation(), source.revision(), source.updatedAt());
    decision.setBody(values.body(source.body()));
    decision.setCaseReference(caseReference(reading.required(source.caseOf(), "案件"), values));
    act(source, decision, values);
    outcome(source, decision, values);
    new PartyReading(reading).read(source.parties(), decision.getParties());
    new PenaltyReading(reading).penalties(source.penalties(), decision.getPenalties());
    PenaltyReading bases = new PenaltyReading(reading);
    bases.bases(source.violated(), "违反条款", decision.getViolatedBases());
    bases.bases(reading.required(source.accords(), "处罚依据"), "处罚依据", decision.getPunishAccords());
    officers(source.officers(), decision.getOfficers(), values);
    return decision;
  }

  private static void act(HousingDecision source, PenaltyDecision to, HousingValues values) {
    to.setPunishFileNum(values.number(source.number(), "决定书文号"));
    to.setPunishSetDate(values.requiredDate(source.date(), "决定日期"));
    to.setPunishProcedure(values.requiredCode(PROCEDURE, source.procedure(), "程序"));
    to.setIllegalAct(values.text(source.act(), "违法行为"));
    to.setIllegalFact(values.text(source.facts(), "违法事实"));
    to.setPunishResult(values.text(source.result(), "处罚结果"));
    to.setDiscretion(discretion(source.discretion(), values));
    to.setLegalReview(review(source.review(), values));
    to.setCollectiveDiscussionDate(values.date(source.discussedOn(), "集体讨论日期"));
  }

  private static void outcome(HousingDecision source, PenaltyDecision to, HousingValues values) {
    to.setHearing(values.requiredAnswer(source.hearing(), "听证"));
    to.setSuspectedCrime(values.requiredAnswer(source.suspectedCrime(), "涉嫌犯罪"));
    to.setMajorCase(values.requiredAnswer(source.majorCase(), "重大案件"));
    to.setRestricted(values.requiredAnswer(source.restricted(), "不予公开"));
    to.setValidUntil(values.date(source.validUntil(), "处罚有效期"));
    to.setPublishUntil(values.date(source.publishUntil(), "公示截止期"));
    to.setRemark(Reading.text(source.remark()));
  }

  private static CaseReference caseReference(HousingDecision.Case source, HousingValues values) {
    if (source == null) {
      return null;
    }
    CaseReference reference = new CaseReference();
    reference.setCaseNumber(values.text(source.number(), "案件.案号"));
    reference.setCaseSource(values.code(SOURCE, source.source(), "案件.来源"));
    reference.setSuperviseItemCode(Reading.text(source.item()));
    reference.setCheckActionCode(Reading.text(source.inspection()));
    reference.setFilingDate(values.date(source.filedOn(), "案件.立案日期"));
    return reference;
  }

  private static Discretion discretion(HousingDecision.DiscretionOf source, HousingValues values) {
    if (source == null) {
      return null;
    }
    Discretion discretion = new Discretion();
    // 无 is a code here ("no particular circumstance"), not an empty value.
    String plot = source.plot() == null ? "" : source.plot().strip();
    discretion.setPlot(
        PLOT.to(plot).orElseGet(() -> values.requiredCode(PLOT, source.plot(), "裁量.情节")));
    discretion.setStandard(Reading.text(source.standard()));
    discretion.setReason(Reading.text(source.reason()));
    return discretion;
  }

  private static ReviewSummary review(HousingDecision.Review source, HousingValues values) {
    if (source == null) {
      return null;
    }
    ReviewSummary review = new ReviewSummary();
    review.setPassed(values.requiredAnswer(source.passed(), "法制审核.通过"));
    review.setDate(values.date(source.date(), "法制审核.日期"));
    review.setOpinion(Reading.text(source.opinion()));
    return review;
  }

  private static void officers(
      List<HousingDecision.OfficerOf> sources,
      List<OfficerReference> officers,
      HousingValues values) {
    for (int i = 0; sources != null && i < sources.size(); i++) {
      OfficerReference officer = new OfficerReference();
      officer.setName(values.text(sources.get(i).name(), "执法人员[" + i + "].姓名"));
      officer.setCertNo(values.text(sources.get(i).certificate(), "执法人员[" + i + "].执法证号"));
      officers.add(officer);
    }
  }
}
