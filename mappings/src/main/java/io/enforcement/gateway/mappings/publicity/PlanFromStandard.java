package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.InspectionPlan;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.List;

/**
 * Writes an inspection plan with its list of items (随机抽查事项清单): what will be looked at, how widely
 * and when; never who was drawn, neither objects nor officers.
 */
@Named("publicityPlan")
public final class PlanFromStandard implements FromStandard {

  /**
   * What the public may know of a plan before it is carried out.
   *
   * @param ratio share of objects to be drawn, in percent
   */
  @JsonPropertyOrder({
    "kind",
    "code",
    "name",
    "year",
    "type",
    "body",
    "bodyCode",
    "from",
    "until",
    "objects",
    "ratio",
    "items",
    "carriedOutBy",
    "register"
  })
  record PublicPlan(
      String kind,
      String code,
      String name,
      int year,
      String type,
      String body,
      String bodyCode,
      String from,
      String until,
      String objects,
      String ratio,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedItem> items,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> carriedOutBy,
      @JsonUnwrapped RegisterState register) {}

  /** An item of the list and its basis. */
  @JsonPropertyOrder({"code", "name", "basis"})
  record PlannedItem(String code, String name, String basis) {}

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    InspectionPlan plan = (InspectionPlan) record;
    Reading reading = new Reading();
    PublicPlan shown =
        new PublicPlan(
            "检查计划",
            plan.getPlanId(),
            plan.getPlanName(),
            plan.getPlanYear(),
            Words.of("inspection-kind", plan.getCheckType(), "type", reading),
            plan.getBody().getName(),
            plan.getBody().getUscc(),
            Terms.text(plan.getStartDate()),
            Terms.text(plan.getEndDate()),
            plan.getObjectScope(),
            plan.getRatio() == null ? null : plan.getRatio().toPlainString(),
            plan.getPlanItems().stream()
                .map(i -> new PlannedItem(i.getSuperviseItemCode(), i.getTaskName(), i.getByLaw()))
                .toList(),
            plan.getExecutingBodies().stream().map(BodyReference::getName).toList(),
            RegisterState.of(plan, true, context));
    reading.orRejected();
    return PartnerJson.write(shown);
  }
}
