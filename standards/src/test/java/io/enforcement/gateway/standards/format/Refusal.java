package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The one finding with which something is refused. */
final class Refusal {

  private Refusal() {}

  static Finding refusal(ThrowingCallable call) {
    Rejected rejected = catchThrowableOfType(Rejected.class, call);
    assertThat(rejected).isNotNull();
    assertThat(rejected.findings()).hasSize(1);
    return rejected.findings().get(0);
  }
}
