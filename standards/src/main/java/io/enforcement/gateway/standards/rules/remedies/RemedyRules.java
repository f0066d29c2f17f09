package io.enforcement.gateway.standards.rules.remedies;

import io.enforcement.gateway.standards.model.CourtApplication;
import io.enforcement.gateway.standards.model.CourtRuling;
import io.enforcement.gateway.standards.model.DisciplineClue;
import io.enforcement.gateway.standards.model.DisciplineResult;
import io.enforcement.gateway.standards.model.Litigation;
import io.enforcement.gateway.standards.model.Reconsideration;
import io.enforcement.gateway.standards.rules.book.RuleBook;

/** Discipline, courts, reconsideration and litigation; one class per matter. */
public final class RemedyRules {

  private RemedyRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(Reconsideration.class, ReconsiderationRules::check);
    book.add(Litigation.class, LitigationRules::check);
    book.add(CourtApplication.class, CourtRules::application);
    book.add(CourtRuling.class, CourtRules::ruling);
    book.add(DisciplineClue.class, DisciplineRules::clue);
    book.add(DisciplineResult.class, DisciplineRules::result);
  }
}
