package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.standards.model.LegalBasis;
import java.util.List;
import java.util.stream.Collectors;

/** 《law》article, as decisions cite it. */
final class Citation {

  private Citation() {}

  /** Null when nothing is cited. */
  static String of(List<LegalBasis> bases) {
    return bases.isEmpty()
        ? null
        : bases.stream()
            .map(b -> of(b.getLawName(), b.getProvision()))
            .collect(Collectors.joining(";"));
  }

  private static String of(String law, String provision) {
    return "《" + law + "》" + (provision == null ? "" : provision);
  }
}
