package io.enforcement.gateway.routes.payload;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Two documents beside each other, line by line: a line is a value with its path, as the person may
 * see it. Values that are hidden whole are never said to be the same. Pure; any thread.
 */
public final class TextDiff {

  /** How the two sides of a line are to each other. */
  public enum Change {
    SAME,
    CHANGED,
    /** only before */
    REMOVED,
    /** only after */
    ADDED
  }

  /**
   * One line.
   *
   * @param before null when ADDED
   * @param after null when REMOVED
   */
  public record Line(Change change, ShownValue before, ShownValue after) {}

  private static final String HIDDEN = "***";

  private final List<ShownValue> before;
  private final List<ShownValue> after;
  private final List<Line> lines = new ArrayList<>();
  private int left;
  private int right;

  private TextDiff(List<ShownValue> before, List<ShownValue> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The lines of both.
   *
   * @param samePaths both documents name their values alike, so that a value elsewhere is another
   */
  public static List<Line> of(List<ShownValue> before, List<ShownValue> after, boolean samePaths) {
    TextDiff diff = new TextDiff(before, after);
    DiffUtils.diff(before, after, (ShownValue a, ShownValue b) -> isSame(a, b, samePaths))
        .getDeltas()
        .forEach(diff::add);
    diff.sameUpTo(before.size());
    return List.copyOf(diff.lines);
  }

  private static boolean isSame(ShownValue a, ShownValue b, boolean samePaths) {
    return samePaths
        ? a.path().equals(b.path()) && a.value().equals(b.value())
        : a.value().equals(b.value()) && !a.value().equals(HIDDEN);
  }

  private void add(AbstractDelta<ShownValue> delta) {
    sameUpTo(delta.getSource().getPosition());
    List<ShownValue> gone = delta.getSource().getLines();
    List<ShownValue> come = delta.getTarget().getLines();
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      ShownValue a = i < gone.size() ? gone.get(i) : null;
      ShownValue b = i < come.size() ? come.get(i) : null;
      lines.add(
          new Line(b == null ? Change.REMOVED : a == null ? Change.ADDED : Change.CHANGED, a, b));
    }
    left += gone.size();
    right += come.size();
  }

  private void sameUpTo(int end) {
    while (left < end) {
      lines.add(new Line(Change.SAME, before.get(left++), after.get(right++)));
    }
  }
}
