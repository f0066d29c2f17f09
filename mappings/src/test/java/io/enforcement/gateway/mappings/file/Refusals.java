package io.enforcement.gateway.mappings.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a file is refused for: rule and path of each finding. */
final class Refusals {

  private Refusals() {}

  static List<String> of(ThrowingCallable reading) {
    Rejected rejected = catchThrowableOfType(Rejected.class, reading);
    assertThat(rejected).as("the file must be refused").isNotNull();
    return rejected.findings().stream()
        .map(f -> f.path().isEmpty() ? f.rule() : f.rule() + " " + f.path())
        .toList();
  }
}
