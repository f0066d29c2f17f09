package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.query.HeldRecords.Found;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.HolderAnswer;
import io.enforcement.gateway.standards.model.ItemKey;
import io.enforcement.gateway.standards.model.ItemSubject;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who holds this item: by its implementing code, or by its code of supervision at all bodies, on a
 * day; from what was sent and from the registers of the reference folder. A township that took an
 * item over is told, the department that stopped is not. Thread-safe.
 */
final class ItemHolders implements AnswerSource {

  private static final int MOST_VERSIONS = 500;

  private final HeldRecords records;
  private final ReferenceRecords registers;

  private record Version(String taskCode, int number) {}

  ItemHolders(HeldRecords records, ReferenceRecords registers) {
    this.records = records;
    this.registers = registers;
  }

  @Override
  public void fill(Answer answer, Query query, LocalDate today) {
    ItemKey key = query.getItemKey();
    LocalDate day = key.getOnDay() == null ? today : key.getOnDay();
    Found<EnforcementItem> known =
        records
            .latest(EnforcementItem.class, AskedSubject.of(query), MOST_VERSIONS)
            .and(registers.items(key));
    known.tell(answer);
    List<HolderAnswer> holders =
        inForce(known.records(), day).stream()
            .filter(item -> hasCode(item, key.getSuperviseItemCode()))
            .flatMap(item -> holders(item, day))
            .filter(holder -> within(key.getAreaNumber(), holder.getBody()))
            .toList();
    answer.getHolderAnswers().addAll(holders.subList(0, Math.min(MOST, holders.size())));
    answer.setTruncated(known.more() || holders.size() > MOST);
  }

  private static boolean hasCode(EnforcementItem item, String code) {
    return code == null || code.equals(item.getSuperviseItemCode());
  }

  /** Of each item the highest version that had taken effect, unless it is over. */
  private static List<EnforcementItem> inForce(List<EnforcementItem> all, LocalDate day) {
    Collection<EnforcementItem> effective =
        standing(all)
            .filter(item -> !isLater(item.getPlanEffectiveDate(), day))
            .collect(
                Collectors.toMap(
                    EnforcementItem::getTaskCode,
                    item -> item,
                    BinaryOperator.maxBy(Comparator.comparing(EnforcementItem::getTaskVersion))))
            .values();
    return effective.stream()
        .filter(item -> isOpen(item.getPlanCancelDate(), day))
        .filter(item -> isOpen(item.getRevokeDate(), day))
        .toList();
  }

  /** Of each version the highest revision, unless that withdraws it (同步类型 D). */
  private static Stream<EnforcementItem> standing(List<EnforcementItem> all) {
    Comparator<EnforcementItem> later =
        Comparator.comparing(EnforcementItem::getRevision)
            .thenComparing(item -> item.getCdOperation() == Operation.D);
    return all.stream()
        .collect(
            Collectors.toMap(
                item -> new Version(item.getTaskCode(), item.getTaskVersion()),
                item -> item,
                BinaryOperator.maxBy(later),
                LinkedHashMap::new))
        .values()
        .stream()
        .filter(item -> item.getCdOperation() != Operation.D);
  }

  private static boolean isOpen(LocalDate end, LocalDate day) {
    return end == null || end.isAfter(day);
  }

  private static boolean isLater(LocalDate date, LocalDate day) {
    return date != null && date.isAfter(day);
  }

  /** Those whose own time covers the day; where nobody is named, who has it in its catalogue. */
  private static Stream<HolderAnswer> holders(EnforcementItem item, LocalDate day) {
    if (item.getItemSubjects().isEmpty()) {
      return Stream.of(holder(item, item.getBody(), false));
    }
    return item.getItemSubjects().stream()
        .filter(subject -> !isLater(subject.getValidFrom(), day))
        .filter(
            subject -> subject.getValidUntil() == null || !subject.getValidUntil().isBefore(day))
        .map(subject -> holder(item, subject));
  }

  private static HolderAnswer holder(EnforcementItem item, ItemSubject subject) {
    HolderAnswer holder = holder(item, subject.getBody(), subject.isEntrusted());
    holder.setValidFrom(subject.getValidFrom());
    holder.setValidUntil(subject.getValidUntil());
    return holder;
  }

  private static HolderAnswer holder(EnforcementItem item, BodyReference body, boolean entrusted) {
    HolderAnswer holder = new HolderAnswer();
    holder.setBody(body);
    holder.setTaskCode(item.getTaskCode());
    holder.setTaskName(item.getTaskName());
    holder.setTaskType(item.getTaskType());
    holder.setTaskState(item.getTaskState());
    holder.setEntrusted(entrusted);
    return holder;
  }

  /** 640100 takes in its counties and their townships: pairs of noughts at the end mean "all". */
  private static boolean within(String area, BodyReference body) {
    return area == null || body.getAreaNumber().startsWith(area.replaceFirst("(00)+$", ""));
  }
}
