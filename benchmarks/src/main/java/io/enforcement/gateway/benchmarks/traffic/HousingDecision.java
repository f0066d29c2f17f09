package io.enforcement.gateway.benchmarks.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A penalty decision as the housing department posts it, about 3 KB, invented. Which decision it is
 * stands in its case number, its decision number and its revision; the rest is the same in each.
 */
public final class HousingDecision {

  private static final String TEMPLATE = template();

  private HousingDecision() {}

  /** The first revision of the only decision of a case of its own. */
  public static byte[] of(int number) {
    return of(Numbered.caseNumber(number), String.format("测建罚决字〔2026〕第%08d号", number), 1);
  }

  /**
   * @param revision 1 is inserted (新增), more are changes (修改)
   */
  public static byte[] of(String caseNumber, String decisionNumber, int revision) {
    return TEMPLATE
        .replace("@KEY@", caseNumber + "." + decisionNumber.replaceAll("[^0-9]", ""))
        .replace("@OPERATION@", revision == 1 ? "新增" : "修改")
        .replace("@REVISION@", Integer.toString(revision))
        .replace("@CASE@", caseNumber)
        .replace("@NUMBER@", decisionNumber)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String template() {
    try (InputStream in =
        HousingDecision.class.getResourceAsStream("/traffic/housing-decision.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
