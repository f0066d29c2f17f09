package io.enforcement.gateway.routes.brake;

import java.util.List;

/** How full the volumes are. */
@FunctionalInterface
interface Volumes {

  /**
   * One volume.
   *
   * @param name a directory on it
   * @param total bytes that it holds
   * @param usable bytes that this process may still write
   */
  record Volume(String name, long total, long usable) {

    /** Per cent in use, rounded up. */
    int used() {
      return total <= 0 ? 0 : (int) Math.ceil((total - usable) * 100.0 / total);
    }
  }

  /** All volumes now; one that cannot be read is left out. */
  List<Volume> now();
}
