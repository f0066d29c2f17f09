package io.enforcement.gateway.routes.province.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A dimension of quality (GB/T 36344). Immutable.
 *
 * @param weight its share in the score, beside the weights of the others
 * @param rules pattern of the ids of rules that count for it, unless an earlier dimension has them
 */
public record Dimension(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String zh,
    @JsonProperty(required = true) String en,
    @JsonProperty(required = true) int weight,
    @JsonProperty(required = true) String rules) {

  /** How scores are computed, in words. */
  public record Formula(
      @JsonProperty(required = true) String zh, @JsonProperty(required = true) String en) {}

  /**
   * All dimensions with the formula.
   *
   * @param dimensions in the order in which a rule is looked for; the last has what is left
   */
  record Scale(
      @JsonProperty(required = true) Formula score,
      @JsonProperty(required = true) List<Dimension> dimensions) {}
}
