package io.enforcement.gateway.standards.rules.inspection;

import io.enforcement.gateway.standards.model.DrawnObject;
import io.enforcement.gateway.standards.model.InspectionPlan;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans: what is to be drawn, and what was drawn. */
final class InspectionPlanRules {

  private final InspectionPlan plan;
  private final Findings findings;

  private InspectionPlanRules(InspectionPlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  static void check(InspectionPlan plan, LocalDate today, Findings findings) {
    InspectionPlanRules rules = new InspectionPlanRules(plan, findings);
    rules.year();
    rules.ratio();
    if (plan.getDrawDate() != null) {
      rules.drawn();
    }
    rules.objects();
  }

  private void year() {
    if (plan.getStartDate() != null
        && plan.getPlanYear() != null
        && plan.getStartDate().getYear() != plan.getPlanYear()) {
      findings.add("inspection.plan-year", "planYear", "another year than the first day's");
    }
  }

  private void ratio() {
    if (InspectionRules.RANDOM.equals(plan.getCheckType()) && plan.getRatio() == null) {
      findings.add("inspection.plan-ratio", "ratio", "absent");
    }
  }

  private void drawn() {
    if (plan.getDrawnObjects().isEmpty()) {
      findings.add("inspection.plan-drawn", "drawnObjects", "none");
    }
    long officers = InspectionRules.certificates(plan.getOfficers()).distinct().count();
    if (officers < 2) {
      findings.add("inspection.plan-drawn", "officers", officers + " certified");
    }
  }

  private void objects() {
    Set<String> seen = new HashSet<>();
    List<DrawnObject> objects = plan.getDrawnObjects();
    for (int i = 0; i < objects.size(); i++) {
      String id = objects.get(i) == null ? null : objects.get(i).getObjectId();
      if (id != null && !seen.add(id)) {
        findings.add(
            "inspection.plan-object-twice", "drawnObjects[" + i + "].objectId", "used before");
      }
    }
  }
}
