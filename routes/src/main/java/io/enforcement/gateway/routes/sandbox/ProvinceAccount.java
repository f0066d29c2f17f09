package io.enforcement.gateway.routes.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demonstration of the province came to.
 *
 * @param regions by division
 * @param files with the yearly tables
 */
record ProvinceAccount(Map<String, OfRegion> regions, List<String> files) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * One region.
   *
   * @param sent acts that its gateway acknowledged
   * @param held acts of it that the yearly tables of the province count
   * @param differences that reconciliation found; of these healed by themselves, and left
   */
  record OfRegion(long sent, long held, long differences, long healed, long left) {

    boolean agrees() {
      return sent == held && left == 0 && differences == healed;
    }
  }

  /** Why it is not as it should be; empty when it is. */
  List<String> faults(int lost) {
    List<String> faults = new ArrayList<>();
    regions.forEach(
        (division, region) -> {
          if (!region.agrees()) {
            faults.add(division + ": " + region);
          }
        });
    long healed = regions.values().stream().mapToLong(OfRegion::healed).sum();
    if (healed < lost) {
      faults.add(lost + " documents were lost on the line, " + healed + " were found again");
    }
    return faults;
  }

  /** One line. */
  String json(double seconds) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("regions", regions);
    told.put("left", regions.values().stream().mapToLong(OfRegion::left).sum());
    told.put("tables", files);
    told.put("seconds", Math.round(seconds * 10) / 10.0);
    return JSON.writeValueAsString(told);
  }
}
