package io.enforcement.gateway.mappings.declarative.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a mapping may spend on one record. One unit is about one word of the mapping evaluated, one
 * value of a tree, or sixteen characters of a text; a record of 2.5 KB takes one or two thousand.
 * The count depends on the mapping and the record alone, so a replay stops where the first run did.
 * One for each run; not for sharing.
 */
public final class Meter {

  /** Units one run may spend: a second or so at worst. */
  public static final long MAX_WORK = 8_000_000;

  /** Units one value may weigh: eight million characters, or half a million values. */
  public static final int MAX_WEIGHT = 500_000;

  private static final int CHARACTERS = 16;

  /** What weighs no more is counted anew each time: remembering an object costs more. */
  private static final int LIGHT = 32;

  // JSLT hands a function its arguments and nothing else; the meter travels beside them.
  private static final ThreadLocal<Meter> CURRENT = new ThreadLocal<>();

  // A value stands in many others without being copied: each is weighed once, and a tree that
  // shares its branches weighs what it would weigh when written.
  private final Map<JsonNode, Integer> weights = new IdentityHashMap<>();
  private long work;

  /**
   * Runs a mapping under a meter of its own.
   *
   * @throws TooMuchWork when it would spend more than a bound
   */
  public static JsonNode during(Supplier<JsonNode> mapping) {
    Meter meter = new Meter();
    CURRENT.set(meter);
    try {
      JsonNode result = mapping.get();
      meter.weigh(result);
      return result;
    } finally {
      CURRENT.set(null);
    }
  }

  /** The meter of the run on this thread; one that nobody reads while a mapping is compiled. */
  static Meter current() {
    Meter meter = CURRENT.get();
    return meter == null ? new Meter() : meter;
  }

  /**
   * Counts work that is about to be done.
   *
   * @throws TooMuchWork when it is more than is left
   */
  void spend(long units) {
    work += units;
    if (work > MAX_WORK) {
      throw new TooMuchWork();
    }
  }

  /**
   * Counts a value that was made: its weight when it is new or light, and one unit when it is
   * known.
   *
   * @throws TooMuchWork when it weighs too much
   */
  void note(JsonNode value) {
    int light = light(value);
    if (light > 0) {
      spend(light);
    } else {
      spend(weights.containsKey(value) ? 1 : heavy(value));
    }
  }

  /**
   * Counts a value that is about to be walked through.
   *
   * @throws TooMuchWork when it weighs too much
   */
  void weigh(JsonNode value) {
    spend(weight(value));
  }

  /**
   * Looks whether a text of so many characters may be made.
   *
   * @throws TooMuchWork when it would weigh too much
   */
  static void fits(long characters) {
    bounded(characters / CHARACTERS);
  }

  private int weight(JsonNode value) {
    int light = light(value);
    return light > 0 ? light : heavy(value);
  }

  /** The weight of a container that is not light: remembered, because counting would cost more. */
  private int heavy(JsonNode value) {
    Integer known = weights.get(value);
    if (known != null) {
      return known;
    }
    long weight = 1;
    for (JsonNode each : value) {
      weight = bounded(weight + weight(each));
    }
    weights.put(value, (int) weight);
    return (int) weight;
  }

  /** The weight of a single value or a light container; 0 of any other. */
  private static int light(JsonNode value) {
    int weight = single(value);
    return weight > 0 ? weight : light(value, LIGHT);
  }

  /** The weight of a container that weighs no more than this; 0 of any other. */
  private static int light(JsonNode container, int most) {
    if (container.size() >= most) {
      return 0;
    }
    int weight = 1;
    for (JsonNode each : container) {
      int more = single(each);
      if (more == 0) {
        more = light(each, most - weight);
      }
      weight += more;
      if (more == 0 || weight > most) {
        return 0;
      }
    }
    return weight;
  }

  /** The weight of a single value; 0 of a container. */
  private static int single(JsonNode value) {
    if (value instanceof TextNode text) {
      return bounded(1L + text.textValue().length() / CHARACTERS);
    }
    return value instanceof ContainerNode<?> ? 0 : 1;
  }

  private static int bounded(long weight) {
    if (weight > MAX_WEIGHT) {
      throw new TooMuchWork();
    }
    return (int) weight;
  }
}
