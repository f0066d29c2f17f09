package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.register.ItemEntry;
import io.enforcement.gateway.standards.register.Registers;
import io.enforcement.gateway.standards.rules.book.Trail;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Whether the item of an act was in force on the day of the act and exercised by a body that did
 * the act (demand U07; 行政处罚法 art. 24: a township takes over, the department stops), as far as the
 * register of items tells. A register that holds nothing of a body says nothing of its acts.
 */
final class ItemCheck {

  private ItemCheck() {}

  static void run(Object value, Object owner, Trail trail, FieldCheck.Setting setting) {
    Registers registers = setting.data().registers();
    Set<String> bodies = setting.bodies();
    if (setting.day() == null
        || bodies.isEmpty()
        || !bodies.stream().allMatch(registers::holdItemsOf)) {
      return;
    }
    List<ItemEntry> entries = registers.items((String) value);
    List<LocalDate> days = days(owner, setting.day());
    if (entries.isEmpty()) {
      setting.findings().add("act.item-unknown", trail, "not in the register");
    } else if (days.stream().noneMatch(day -> isInForce(entries, day))) {
      setting.findings().add("act.item-not-in-force", trail, "in the register, not on that day");
    } else if (days.stream().noneMatch(day -> isExercised(entries, bodies, day))) {
      setting.findings().add("act.item-not-exercised", trail, "exercised by other bodies");
    }
  }

  /** Who filed a case while holding the item may bring it to its end. */
  private static List<LocalDate> days(Object owner, LocalDate day) {
    return owner instanceof CaseReference reference && reference.getFilingDate() != null
        ? List.of(day, reference.getFilingDate())
        : List.of(day);
  }

  private static boolean isInForce(List<ItemEntry> entries, LocalDate day) {
    return entries.stream().anyMatch(entry -> entry.mayBeInForce(day));
  }

  private static boolean isExercised(List<ItemEntry> entries, Set<String> bodies, LocalDate day) {
    return entries.stream()
        .filter(entry -> entry.mayBeInForce(day))
        .anyMatch(entry -> bodies.stream().anyMatch(body -> entry.mayBeExercisedBy(body, day)));
  }
}
