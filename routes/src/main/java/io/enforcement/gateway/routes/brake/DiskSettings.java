package io.enforcement.gateway.routes.brake;

import io.enforcement.gateway.routes.CannotStart;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code gateway.disk}; marks are per cent of a volume in use.
 *
 * @param alarmAt from here on there is an alarm
 * @param refuseAt from here on nothing is taken in; deliveries go on
 * @param essentialAt from here on only the audit trail and outcomes of deliveries are written
 * @param volumes directories on volumes to be watched besides those of the data directory and of
 *     the export of the audit trail, for example the database's own
 */
@ConfigurationProperties(prefix = "gateway.disk", ignoreUnknownFields = false)
public record DiskSettings(
    @DefaultValue("80") int alarmAt,
    @DefaultValue("88") int refuseAt,
    @DefaultValue("93") int essentialAt,
    @DefaultValue List<Path> volumes) {

  private static final int FULL = 100;

  /** Checks that the marks rise. */
  public DiskSettings {
    if (alarmAt < 1 || alarmAt > refuseAt || refuseAt > essentialAt || essentialAt > FULL) {
      throw new CannotStart(
          "gateway.disk: 1 <= alarm-at <= refuse-at <= essential-at <= 100, but they are %d, %d, %d."
              .formatted(alarmAt, refuseAt, essentialAt));
    }
  }
}
