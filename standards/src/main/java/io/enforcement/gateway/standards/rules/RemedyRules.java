package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.CourtApplication;
import io.enforcement.gateway.standards.model.CourtRuling;
import io.enforcement.gateway.standards.model.DisciplineClue;
import io.enforcement.gateway.standards.model.DisciplineResult;
import io.enforcement.gateway.standards.model.Litigation;
import io.enforcement.gateway.standards.model.Reconsideration;

/** Discipline, courts, reconsideration and litigation; one class per matter. */
final class RemedyRules {

  private RemedyRules() {}

  static void addTo(RuleBook book) {
    book.add(Reconsideration.class, ReconsiderationRules::check);
    book.add(Litigation.class, LitigationRules::check);
    book.add(CourtApplication.class, CourtRules::application);
    book.add(CourtRuling.class, CourtRules::ruling);
    book.add(DisciplineClue.class, DisciplineRules::clue);
    book.add(DisciplineResult.class, DisciplineRules::result);
  }
}
