package io.enforcement.gateway.routes.pack.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known word somebody may have meant. */
final class Spelling {

  /** Longer words are not compared. */
  private static final int LONGEST = 60;

  private Spelling() {}

  /** The known word that differs least, if it differs in no more than a third of its letters. */
  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(each -> Math.max(word.length(), each.length()) <= LONGEST)
        .filter(each -> distance(word, each) <= Math.max(1, each.length() / 3))
        .min(Comparator.comparingInt(each -> distance(word, each)));
  }

  /**
   * How many letters must be put in, taken out, replaced or swapped with the next one
   * (Damerau-Levenshtein, optimal string alignment), capitals or not.
   */
  private static int distance(String word, String known) {
    String one = word.toLowerCase(Locale.ROOT);
    String other = known.toLowerCase(Locale.ROOT);
    int[][] steps = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = steps[i - 1][j - 1] + (same ? 0 : 1);
        least = Math.min(least, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          least = Math.min(least, steps[i - 2][j - 2] + 1);
        }
        steps[i][j] = least;
      }
    }
    return steps[one.length()][other.length()];
  }
}
