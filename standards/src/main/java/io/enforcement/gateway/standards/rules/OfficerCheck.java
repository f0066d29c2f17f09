package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.register.OfficerEntry;
import io.enforcement.gateway.standards.register.Registers;
import io.enforcement.gateway.standards.rules.book.Trail;

/**
 * Whether an officer of an act had a valid certificate on the day of the act (demand U01; 行政处罚法
 * art. 42), as far as the register of officers tells.
 */
final class OfficerCheck {

  private OfficerCheck() {}

  static void run(Object value, Object owner, Trail trail, FieldCheck.Setting setting) {
    OfficerReference officer = (OfficerReference) value;
    if (officer.getCertNo() == null || setting.day() == null || setting.bodies().isEmpty()) {
      return;
    }
    Registers registers = setting.data().registers();
    registers
        .officer(officer.getCertNo())
        .ifPresentOrElse(
            entry -> judge(officer, entry, trail, setting),
            () -> {
              if (setting.bodies().stream().allMatch(registers::holdOfficersOf)) {
                setting
                    .findings()
                    .add("act.officer-unknown", trail.to("certNo"), "not in the register");
              }
            });
  }

  private static void judge(
      OfficerReference officer, OfficerEntry entry, Trail trail, FieldCheck.Setting setting) {
    if (officer.getName() != null && !entry.isNamed(officer.getName())) {
      setting
          .findings()
          .add("act.certificate-name", trail.to("name"), "another name in the register");
    }
    entry
        .faultOn(setting.day())
        .ifPresent(
            fault ->
                setting
                    .findings()
                    .add("act.certificate-not-valid", trail.to("certNo"), fault.words()));
    if (setting.bodies().stream().noneMatch(body -> entry.mayActFor(body, setting.day()))) {
      setting
          .findings()
          .add(
              "act.certificate-of-another-body",
              trail.to("certNo"),
              "another body in the register");
    }
  }
}
