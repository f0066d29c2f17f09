package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.ItemSubject;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.TimeLimit;
import jakarta.inject.Named;
import java.util.List;

/** Writes an enforcement item (执法事项) as it stands now; one that was cancelled is withdrawn. */
@Named("publicityItem")
public final class ItemFromStandard implements FromStandard {

  private static final PartnerCodes UNIT =
      PartnerCodes.beside(ItemFromStandard.class, "limit-unit");
  private static final String CANCELLED = "03";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    EnforcementItem item = (EnforcementItem) record;
    Reading reading = new Reading();
    PublicItem shown =
        new PublicItem(
            "执法事项",
            item.getTaskCode(),
            item.getTaskVersion(),
            item.getTaskName(),
            Words.of("item-type", item.getTaskType(), "type", reading),
            Words.of("task-state", item.getTaskState(), "itemState", reading),
            item.getBody().getName(),
            item.getBody().getUscc(),
            Words.of("exercise-level", item.getUseLevels(), "levels", reading),
            item.getByLaw(),
            provisions(item),
            item.getPunishmentMethod(),
            discretion(item),
            item.getHandleFlow(),
            limit(item.getAnticipateLimit(), reading),
            item.getRemedyWay(),
            item.getLinkWay(),
            item.getSuperviseWay(),
            item.getItemSubjects().stream().map(ItemFromStandard::exerciser).toList(),
            Terms.text(item.getPlanEffectiveDate()),
            Terms.text(item.getPlanCancelDate()),
            RegisterState.of(item, !CANCELLED.equals(item.getTaskState()), context));
    reading.orRejected();
    return PartnerJson.write(shown);
  }

  private static List<PublicItem.Provision> provisions(EnforcementItem item) {
    return item.getItemProvisions().stream()
        .map(p -> new PublicItem.Provision(p.getLawName(), p.getContent()))
        .toList();
  }

  private static List<PublicItem.Discretion> discretion(EnforcementItem item) {
    return item.getItemDiscretions().stream()
        .map(
            d ->
                new PublicItem.Discretion(
                    d.getIllegalFact(), d.getPunishStandard(), d.getStandardCode()))
        .toList();
  }

  private static String limit(TimeLimit limit, Reading reading) {
    return limit == null || limit.getLength() == null || limit.getUnit() == null
        ? null
        : limit.getLength() + reading.code(UNIT, limit.getUnit().value(), "timeLimit");
  }

  private static PublicItem.Exerciser exerciser(ItemSubject subject) {
    return new PublicItem.Exerciser(
        subject.getBody().getName(),
        subject.getBody().getUscc(),
        subject.isEntrusted(),
        Terms.text(subject.getValidFrom()),
        Terms.text(subject.getValidUntil()));
  }
}
