package io.enforcement.gateway.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Sorts threads into the stages of a message's way by their names. */
final class Stages {

  /** First match wins; what no thread accounts for is the collector, the compilers and the VM. */
  private static final Map<String, Pattern> STAGES = new LinkedHashMap<>();

  static {
    STAGES.put("intake", Pattern.compile("http-nio-.*|.*intake.*"));
    STAGES.put("translate", Pattern.compile(".*translate.*"));
    STAGES.put("deliver", Pattern.compile(".*deliver.*|.*\\[out\\..*|HttpClient.*"));
    STAGES.put("broker", Pattern.compile(".*ActiveMQ.*|.*[Aa]rtemis.*|activemq.*"));
    STAGES.put("measuring", Pattern.compile("RMI.*|JMX.*|Attach Listener"));
  }

  static final String OTHER = "other threads";
  static final String MACHINE = "collector, compilers, ended threads";
  static final String DATABASE = "database";

  private Stages() {}

  /**
   * Milliseconds of CPU per stage between two looks.
   *
   * @param process milliseconds that the whole process used in between
   * @param database milliseconds that its database used in between
   */
  static Map<String, Double> between(
      Map<String, Double> before, Map<String, Double> after, double process, double database) {
    Map<String, Double> stages = new LinkedHashMap<>();
    STAGES.keySet().forEach(stage -> stages.put(stage, 0.0));
    stages.put(OTHER, 0.0);
    after.forEach(
        (thread, millis) ->
            stages.merge(stage(thread), millis - before.getOrDefault(thread, 0.0), Double::sum));
    double named = stages.values().stream().mapToDouble(Double::doubleValue).sum();
    stages.put(MACHINE, Math.max(0, process - named));
    stages.put(DATABASE, database);
    return stages;
  }

  private static String stage(String thread) {
    return STAGES.entrySet().stream()
        .filter(each -> each.getValue().matcher(thread).matches())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }
}
