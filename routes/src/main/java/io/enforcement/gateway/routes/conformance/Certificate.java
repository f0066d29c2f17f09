package io.enforcement.gateway.routes.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a conformance run says about a partner's pack. It names no machine, no person and no value
 * of a message. {@code docs/partners.md} describes its JSON.
 *
 * @param format of the JSON: {@value #FORMAT}
 * @param partner id
 * @param name display names by language
 * @param origin {@code shipped} with the gateway, or {@code pack}
 * @param pack SHA-256 over the names and contents of the pack's files, lower-case hex
 * @param gateway version that was run
 * @param at when the run ended, ISO 8601 in UTC
 * @param language of the texts: {@code zh} or {@code en}
 * @param verdict {@code passed}, {@code passed-with-not-run} or {@code failed}
 * @param counts steps by {@code pass}, {@code fail} and {@code not_run}
 */
public record Certificate(
    String format,
    String partner,
    Map<String, String> name,
    String origin,
    String pack,
    String gateway,
    String at,
    String language,
    String verdict,
    Map<String, Long> counts,
    List<RungResult> rungs) {

  /** Changes when a member changes its meaning or goes; new members may come at any time. */
  public static final String FORMAT = "enforcement-gateway/conformance/1";

  /** One rung with its steps in the order in which they were taken. */
  public record RungResult(String id, String title, List<Step> steps) {

    public RungResult {
      steps = List.copyOf(steps);
    }

    /** The worst of its steps; not run when there was none. */
    public Result result() {
      if (steps.stream().anyMatch(step -> step.result() == Result.FAIL)) {
        return Result.FAIL;
      }
      return steps.stream().anyMatch(step -> step.result() == Result.PASS)
          ? Result.PASS
          : Result.NOT_RUN;
    }
  }

  /** What all steps say together. */
  static String verdict(Map<String, Long> counts) {
    if (counts.get("fail") > 0) {
      return "failed";
    }
    return counts.get("not_run") > 0 ? "passed-with-not-run" : "passed";
  }

  /** How many steps of all rungs came to what. */
  static Map<String, Long> counts(List<RungResult> rungs) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Result result : Result.values()) {
      counts.put(
          result.name().toLowerCase(Locale.ROOT),
          rungs.stream()
              .flatMap(rung -> rung.steps().stream())
              .filter(step -> step.result() == result)
              .count());
    }
    return counts;
  }
}
