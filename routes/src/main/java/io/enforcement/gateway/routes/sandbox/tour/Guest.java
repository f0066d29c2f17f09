package io.enforcement.gateway.routes.sandbox.tour;

import java.util.ArrayList;
import java.util.List;

/**
 * One partner of the tour, a line of {@code sandbox/tour.csv}.
 *
 * @param id as in its {@code partner.yaml}
 * @param folder where its samples lie: folder of the partner and, after a slash, its variant
 * @param via how it is reached: {@code rest}, {@code soap}, {@code outbox} when it fetches, {@code
 *     frontdb}, {@code credit} for the platform of the main traffic, {@code sftp}, {@code sftp-zip}
 *     with documents in zips, {@code filedrop} with folders that are mounted here, {@code jms} for
 *     a broker of its own, {@code amqp} when it comes to ours, {@code post} for a partner of the
 *     main traffic, which posts here and no more
 * @param uscc its credit code as its samples have it, invented, or empty
 * @param region beginning of its division, or empty
 */
record Guest(String id, String folder, String via, String uscc, String region) {

  /**
   * The guests.
   *
   * @param departments with those of {@code sandbox/tour-departments.csv}
   */
  static List<Guest> all(boolean departments) {
    List<String[]> rows = new ArrayList<>(Table.rows("sandbox/tour.csv"));
    if (departments) {
      rows.addAll(Table.rows("sandbox/tour-departments.csv"));
    }
    return rows.stream().map(row -> new Guest(row[0], row[1], row[2], row[3], row[4])).toList();
  }

  /** Where its samples begin, among all samples. */
  String samples() {
    int slash = folder.indexOf('/');
    return slash < 0
        ? folder + "/samples/"
        : folder.substring(0, slash) + "/samples/" + folder.substring(slash + 1) + "/";
  }
}
