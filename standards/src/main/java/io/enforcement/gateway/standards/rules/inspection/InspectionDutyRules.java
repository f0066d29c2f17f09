package io.enforcement.gateway.standards.rules.inspection;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who inspects, by which plan and which list (demands U01, U07, U08). */
final class InspectionDutyRules {

  // Characters of the credit code with which the code in the body's list begins.
  private static final int USCC_LENGTH = 18;

  private final Inspection inspection;
  private final Findings findings;

  private InspectionDutyRules(Inspection inspection, Findings findings) {
    this.inspection = inspection;
    this.findings = findings;
  }

  static void check(Inspection inspection, LocalDate today, Findings findings) {
    InspectionDutyRules rules = new InspectionDutyRules(inspection, findings);
    rules.implementingCode();
    rules.plan();
    rules.officers();
    rules.jointBodies();
  }

  private void implementingCode() {
    String code = inspection.getSuperviseItemCheckIcode();
    String uscc = inspection.getBody() == null ? null : inspection.getBody().getUscc();
    if (code == null || uscc == null) {
      return;
    }
    if (!code.startsWith(uscc)) {
      findings.add(
          "inspection.implementing-code", "superviseItemCheckIcode", "begins with another code");
    } else if (code.length() <= USCC_LENGTH || "12345".indexOf(code.charAt(USCC_LENGTH)) < 0) {
      findings.add("inspection.implementing-code", "superviseItemCheckIcode", "level is not 1-5");
    }
  }

  private void plan() {
    boolean named = inspection.getPlanId() != null;
    if (InspectionRules.RANDOM.equals(inspection.getCheckType()) && !named) {
      findings.add("inspection.random-without-plan", "planId", "absent");
    }
    if (Boolean.FALSE.equals(inspection.isPlanned()) && named) {
      findings.add("inspection.unplanned-with-plan", "planned", "not planned, with a plan id");
    }
    String followed = inspection.getRecheckOf();
    if (followed != null && followed.equals(inspection.getCheckActionCode())) {
      findings.add("inspection.follows-itself", "recheckOf", "number of the inspection itself");
    }
  }

  private void officers() {
    List<OfficerReference> officers = inspection.getOfficers();
    long certified = InspectionRules.certificates(officers).distinct().count();
    if (certified < 2) {
      findings.add("inspection.two-officers", "officers", certified + " certified");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < officers.size(); i++) {
      String certificate = officers.get(i) == null ? null : officers.get(i).getCertNo();
      if (certificate != null && !seen.add(certificate)) {
        findings.add("inspection.same-officer", "officers[" + i + "].certNo", "used before");
      }
    }
    if (Boolean.FALSE.equals(inspection.isCertificateShown())) {
      findings.add("inspection.certificate-shown", "certificateShown", "not shown");
    }
  }

  private void jointBodies() {
    List<BodyReference> bodies = inspection.getJointBodies();
    for (int i = 0; i < bodies.size(); i++) {
      String uscc = bodies.get(i) == null ? null : bodies.get(i).getUscc();
      if (uscc != null
          && inspection.getBody() != null
          && uscc.equals(inspection.getBody().getUscc())) {
        findings.add(
            "inspection.joint-with-itself", "jointBodies[" + i + "].uscc", "the inspecting body");
      }
    }
  }
}
