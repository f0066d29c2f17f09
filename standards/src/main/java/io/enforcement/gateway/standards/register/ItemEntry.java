package io.enforcement.gateway.standards.register;

import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.ItemSubject;
import io.enforcement.gateway.standards.model.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One version of one body's item in the register of items, as its highest revision has it.
 * Immutable; any thread.
 */
public final class ItemEntry {

  private static final String PAUSED = "02";
  private static final String CANCELLED = "03";
  private static final String APPROVED = "90";

  private final int revision;
  private final boolean removed;
  private final LocalDate told;
  private final String taskCode;
  private final int version;
  private final String code;
  private final String owner;
  private final List<Exercise> exercises;
  private final String state;
  private final boolean approved;
  private final LocalDate effective;
  private final LocalDate over;

  /** A body that exercises the item, from one day until another; null where it is not told. */
  private record Exercise(String body, LocalDate from, LocalDate until) {

    boolean covers(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
  }

  ItemEntry(EnforcementItem item) {
    this.revision = item.getRevision();
    this.removed = item.getCdOperation() == Operation.D;
    this.told = item.getCdTime() == null ? null : item.getCdTime().toLocalDate();
    this.taskCode = item.getTaskCode();
    this.version = item.getTaskVersion();
    this.code = item.getSuperviseItemCode();
    this.owner = item.getBody().getUscc().intern();
    this.exercises = item.getItemSubjects().stream().map(ItemEntry::exercise).toList();
    this.state = item.getTaskState();
    this.approved = item.getCurrentState() == null || APPROVED.equals(item.getCurrentState());
    this.effective = item.getPlanEffectiveDate();
    this.over = first(item.getPlanCancelDate(), item.getRevokeDate());
  }

  private ItemEntry(ItemEntry entry, LocalDate over) {
    this.revision = entry.revision;
    this.removed = entry.removed;
    this.told = entry.told;
    this.taskCode = entry.taskCode;
    this.version = entry.version;
    this.code = entry.code;
    this.owner = entry.owner;
    this.exercises = entry.exercises;
    this.state = entry.state;
    this.approved = entry.approved;
    this.effective = entry.effective;
    this.over = over;
  }

  private static Exercise exercise(ItemSubject subject) {
    return new Exercise(
        subject.getBody().getUscc().intern(), subject.getValidFrom(), subject.getValidUntil());
  }

  /** Whichever is newer of this entry and another revision of it. */
  ItemEntry with(ItemEntry other) {
    boolean newer = other.revision > revision || other.revision == revision && !removed;
    return newer ? other : this;
  }

  /** This entry, which ends when a higher version among these takes effect. */
  ItemEntry among(List<ItemEntry> versions) {
    LocalDate end = over;
    for (ItemEntry other : versions) {
      if (other.version > version && other.approved) {
        end = first(end, other.effective);
      }
    }
    return new ItemEntry(this, end);
  }

  /** Whether it was sent by mistake and withdrawn (同步类型 D). */
  boolean isRemoved() {
    return removed;
  }

  String taskCode() {
    return taskCode;
  }

  int version() {
    return version;
  }

  /** 监管事项目录编码; null where the entry has none. */
  String code() {
    return code;
  }

  /** Credit codes of all bodies that it names, whenever they exercise it. */
  List<String> bodies() {
    List<String> all = new ArrayList<>(List.of(owner));
    exercises.forEach(exercise -> all.add(exercise.body()));
    return all;
  }

  /**
   * Whether it may have been in force on that day. Dates decide; a state without a date counts from
   * the day after it was told.
   */
  public boolean mayBeInForce(LocalDate day) {
    return (effective == null || !day.isBefore(effective))
        && (over == null || day.isBefore(over))
        && !isOutOfUse(day);
  }

  private boolean isOutOfUse(LocalDate day) {
    boolean undated = PAUSED.equals(state) || CANCELLED.equals(state) && over == null;
    return undated && told != null && told.isBefore(day);
  }

  /**
   * Whether this body may have exercised it on that day. Where the entry tells the body's own time,
   * that decides; where it does not name it among those who exercise it, a body has what stands in
   * its own catalogue.
   *
   * @param uscc credit code of the body
   */
  public boolean mayBeExercisedBy(String uscc, LocalDate day) {
    List<Exercise> own = exercises.stream().filter(e -> e.body().equals(uscc)).toList();
    return own.isEmpty() ? owner.equals(uscc) : own.stream().anyMatch(e -> e.covers(day));
  }

  private static LocalDate first(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
