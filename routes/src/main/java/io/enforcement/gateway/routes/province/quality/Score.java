package io.enforcement.gateway.routes.province.quality;

import java.math.BigDecimal;
import java.util.List;

/**
 * How good what a source sent of a kind in a period is.
 *
 * @param kind null of all kinds together
 * @param period year and month as in 2026-05; null of the whole period
 * @param checked records that were judged, those refused among them
 * @param refused of these
 * @param dimensions in the order of their definition
 * @param score of all dimensions by their weights, 0 to 100 with two digits
 */
public record Score(
    String source,
    String kind,
    String period,
    long checked,
    long refused,
    List<Part> dimensions,
    BigDecimal score) {

  /**
   * One dimension.
   *
   * @param broken records that break at least one rule of it
   * @param score 0 to 100 with two digits
   */
  public record Part(String dimension, long broken, BigDecimal score) {}
}
