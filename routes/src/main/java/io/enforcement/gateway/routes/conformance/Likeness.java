package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.GoldenText;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a document that arrived is the one that was expected. When it was translated is not known
 * outside the gateway, so what depends on the moment is not compared: it differs between the same
 * document of two moments.
 *
 * @param place where it differs, without what stands there; empty when it does not
 * @param compared how many places were compared
 */
record Likeness(String place, int compared) {

  /** What an envelope may add to a document or take from it, and what says nothing. */
  private static final String DRESS = "<\\?xml[^>]*\\?>|\\s+xmlns(:[\\w.-]+)?=\"[^\"]*\"";

  private static final String PREFIX = "<(/?)[\\w.-]+:";

  private static final String BETWEEN = "[\\n,<>\"|=/]+";

  /**
   * Holds a document against what was expected.
   *
   * @param expected the document of two moments
   */
  static Likeness of(List<byte[]> expected, byte[] arrived) {
    List<String> one = places(expected.get(0));
    List<String> other = places(expected.get(1));
    List<String> came = places(arrived);
    if (one.size() != other.size() || one.size() != came.size()) {
      return new Likeness(came.size() + " / " + one.size(), 0);
    }
    int compared = 0;
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i).equals(other.get(i))) {
        compared++;
        if (!one.get(i).equals(came.get(i))) {
          return new Likeness(before(one, i) + " (" + (i + 1) + ")", compared);
        }
      }
    }
    return new Likeness("", compared);
  }

  boolean alike() {
    return place.isEmpty();
  }

  /** The name that stands before a value, where the form has names. */
  private static String before(List<String> places, int i) {
    for (int name = i - 1; name >= Math.max(0, i - 2); name--) {
      if (places.get(name).matches("[\\p{L}_][\\p{L}\\p{N}_.-]{0,40}")) {
        return places.get(name);
      }
    }
    return "";
  }

  private static List<String> places(byte[] document) {
    List<String> places = new ArrayList<>();
    String text = GoldenText.of(document).replace("\r\n", "\n");
    if (text.startsWith("<")) {
      text = text.replaceAll(DRESS, "").replaceAll(PREFIX, "<$1");
    }
    for (String place : text.split(BETWEEN)) {
      if (!place.isBlank()) {
        places.add(place.strip());
      }
    }
    return places;
  }
}
