package io.enforcement.gateway.routes.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people may do with each kind of failure. */
class FailureClassTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          deliver, PARKED, Unavailable: connection refused, '', TRANSIENT, REPLAY
          deliver, PARKED, Ambiguous: 500 after 3 bytes, '', TRANSIENT, REPLAY
          deliver, PARKED, exchange is not in service, '', TRANSIENT, REPLAY
          deliver, IN_DOUBT, Ambiguous: timeout, '', IN_DOUBT, TWO_PEOPLE
          translate, PARKED, code 特别重大 of table level unknown at partner guild, mapping.code, CODE, FIX_THEN_REPLAY
          deliver, PARKED, code 9 of table kind unknown at partner police, mapping.code, CODE, FIX_THEN_REPLAY
          deliver, PARKED, field.too-long, field.too-long, CONTRACT, FIX_THEN_REPLAY
          translate, PARKED, rejection.unmatched, '', CONTRACT, FIX_THEN_REPLAY
          translate, PARKED, NullPointerException, '', OWN_FAULT, AFTER_RELEASE
          deliver, PARKED, StackOverflowError, '', OWN_FAULT, AFTER_RELEASE
          translate, QUARANTINED, the process died three times, '', OWN_FAULT, AFTER_RELEASE
          deliver, PARKED, attachment.not-brought, attachment.not-brought, BUSINESS, BACK_TO_DEPARTMENT
          dead-letter, PARKED, dead letter of translate.housing, '', SECURITY, NEVER
          """)
  void saysWhatMayBeDone(
      String stage,
      String state,
      String cause,
      String rule,
      FailureClass failureClass,
      FailureClass.Offer offer) {
    assertThat(FailureClass.of(stage, state, cause, rule)).isEqualTo(failureClass);
    assertThat(failureClass.offer()).isEqualTo(offer);
  }
}
