package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.DiscretionStandard;
import io.enforcement.gateway.standards.model.EnforcementBody;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.LegalNorm;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;

/** Registers: items, bodies, officers, norms, discretion standards; one class per register. */
public final class RegisterRules {

  private RegisterRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(EnforcementItem.class, ItemRegisterRules::check);
    book.add(EnforcementBody.class, BodyRegisterRules::check);
    book.add(Officer.class, OfficerRegisterRules::check);
    book.add(LegalNorm.class, NormRegisterRules::check);
    book.add(DiscretionStandard.class, DiscretionStandardRules::check);
  }

  /** Whether the day is today or before; false where it is not given. */
  static boolean hasCome(LocalDate day, LocalDate today) {
    return day != null && !day.isAfter(today);
  }

  /** Whether both days are given and the first comes before the second. */
  static boolean isBefore(LocalDate day, LocalDate other) {
    return day != null && other != null && day.isBefore(other);
  }
}
