package io.enforcement.gateway.routes.province.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which dimension a rule counts. */
class QualityRulesTest {

  private static final QualityRules RULES = QualityRules.shipped();

  /** One of each shape of id, and those whose shape would lead elsewhere. */
  @ParameterizedTest
  @CsvSource({
    "identifier.uscc, accuracy",
    "identifier.uscc-missing, completeness",
    "structure.missing, completeness",
    "structure.pattern, conformity",
    "code.unknown, conformity",
    "code.division-unknown, accuracy",
    "act.certificate-not-valid, accuracy",
    "decision.late, timeliness",
    "decision.violation-later, consistency",
    "decision.step-before-filing, consistency",
    "court.before-window, timeliness",
    "coercion.too-long, timeliness",
    "mapping.too-long, conformity",
    "date.order, consistency",
    "duty.two-officers, conformity",
    "duty.fined-twice, consistency",
    "execution.payment-sum, consistency",
    "site.rule-of-a-pack, conformity",
    "quality.sent-late, timeliness",
    "quality.two-contents, consistency"
  })
  void eachRuleCountsForOneDimension(String rule, String dimension) {
    assertThat(RULES.dimension(rule).id()).isEqualTo(dimension);
  }

  @Test
  void everyDimensionHasRulesAndTheWeightsAreAHundred() {
    Map<String, List<String>> byDimension =
        RuleCatalogue.rules().values().stream()
            .filter(rule -> !rule.records().isEmpty())
            .map(Rule::id)
            .collect(Collectors.groupingBy(rule -> RULES.dimension(rule).id()));

    assertThat(byDimension.keySet())
        .containsExactlyInAnyOrderElementsOf(
            RULES.dimensions().stream().map(Dimension::id).toList());
    assertThat(RULES.dimensions().stream().mapToInt(Dimension::weight).sum()).isEqualTo(100);
  }

  @Test
  void everyCheckAppliesToSomeKindAndNamesADimension() {
    assertThat(RULES.checks()).hasSize(7);
    for (Check check : RULES.checks()) {
      assertThat(ProvinceTable.all()).as(check.id()).anyMatch(check::appliesTo);
      assertThat(RULES.dimension(check.id()).id()).isEqualTo(check.dimension());
    }
  }

  @Test
  void whatDiffersFromRecordToRecordIsLeftOutOfATitle() {
    assertThat(RULES.texts("decision.late").zh()).contains("…").doesNotContain("{");
    assertThat(RULES.texts("quality.sent-late").fixEn()).isNotEmpty();
    assertThat(RULES.texts("site.rule-of-a-pack").zh()).isEmpty();
  }
}
