package io.enforcement.gateway.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The middle of a list of figures, and ratios of figures taken in pairs. */
final class Medians {

  private Medians() {}

  /** The median; of an even count the mean of the middle two; not a number when there are none. */
  static double of(List<Double> figures) {
    if (figures.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(figures);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The median of the ratios of figures that were taken in the same pass. */
  static double ofRatios(List<Double> over, List<Double> under) {
    return of(ratios(over, under));
  }

  /** The ratios of figures that were taken in the same pass. */
  static List<Double> ratios(List<Double> over, List<Double> under) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(over.size(), under.size()); i++) {
      ratios.add(over.get(i) / under.get(i));
    }
    return ratios;
  }

  /**
   * How sure it is that the median of all that could be measured lies between the lowest and the
   * highest of so many figures, of 1.
   */
  static double confidenceOfRange(int figures) {
    return 1 - Math.pow(0.5, figures - 1.0);
  }
}
