package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/** Where something was found when a file lies in another: {@code penalty-1.csv!3!column}. */
public final class Places {

  private Places() {}

  /** The same refusal, its paths below this file. */
  public static Rejected below(String file, Rejected rejected) {
    return new Rejected(below(file, rejected.findings()));
  }

  /** The same findings, their paths below this place. */
  public static List<Finding> below(String place, List<Finding> findings) {
    return findings.stream()
        .map(
            f ->
                new Finding(
                    f.severity(),
                    f.rule(),
                    f.path().isEmpty() ? place : place + "!" + f.path(),
                    f.valueClass(),
                    f.arguments()))
        .toList();
  }
}
