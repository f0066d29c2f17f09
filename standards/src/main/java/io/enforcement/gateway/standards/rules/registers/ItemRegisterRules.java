package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.ItemSubject;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.List;

/** The catalogue of items (demand U07): in force or not, exercised by whom, on which basis. */
final class ItemRegisterRules {

  private static final String IN_USE = "01";
  private static final String CANCELLED = "03";
  private static final String PENALTY = "02";
  static final String COERCION = "03";

  private final EnforcementItem item;
  private final LocalDate today;
  private final Findings findings;

  private ItemRegisterRules(EnforcementItem item, LocalDate today, Findings findings) {
    this.item = item;
    this.today = today;
    this.findings = findings;
  }

  static void check(EnforcementItem item, LocalDate today, Findings findings) {
    ItemRegisterRules rules = new ItemRegisterRules(item, today, findings);
    rules.dates();
    rules.state();
    rules.basis();
    rules.subjects();
  }

  private void dates() {
    if (RegisterRules.isBefore(item.getPlanCancelDate(), item.getPlanEffectiveDate())) {
      findings.add("register.item-dates", "planCancelDate", "earlier than the day it takes effect");
    }
  }

  private void state() {
    boolean over =
        RegisterRules.hasCome(item.getPlanCancelDate(), today)
            || RegisterRules.hasCome(item.getRevokeDate(), today);
    if (IN_USE.equals(item.getTaskState())) {
      if (over) {
        findings.add("register.item-state", "taskState", "in use after its last day");
      } else if (RegisterRules.isBefore(today, item.getPlanEffectiveDate())) {
        findings.add("register.item-state", "taskState", "in use before its first day");
      }
    } else if (CANCELLED.equals(item.getTaskState()) && !over) {
      findings.add("register.item-state", "taskState", "cancelled without a day that has come");
    }
  }

  private void basis() {
    if (PENALTY.equals(item.getTaskType()) && item.getPunishmentMethod() == null) {
      findings.add("register.item-penalty-method", "punishmentMethod", "absent");
    }
    if (IN_USE.equals(item.getTaskState()) && item.getItemProvisions().isEmpty()) {
      findings.add("register.item-provisions", "itemProvisions", "none");
    }
  }

  private void subjects() {
    List<ItemSubject> subjects = item.getItemSubjects();
    if (subjects.isEmpty()) {
      findings.add("register.item-subjects", "itemSubjects", "none");
    }
    boolean entrusted = false;
    for (int i = 0; i < subjects.size(); i++) {
      if (subjects.get(i) != null && Boolean.TRUE.equals(subjects.get(i).isEntrusted())) {
        entrusted = true;
        if (COERCION.equals(item.getTaskType())) {
          findings.add(
              "register.coercion-entrusted", "itemSubjects[" + i + "].entrusted", "entrusted");
        }
      }
    }
    if (entrusted && item.getEntrustName() == null) {
      findings.add("register.item-entrusting", "entrustName", "absent");
    }
  }
}
