package io.enforcement.gateway.routes.brake;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.audit.AuditSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the brakes look at. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DiskSettings.class, FloodSettings.class})
class BrakeConfiguration {

  @Bean
  DiskWatch diskWatch(
      DiskSettings settings,
      DataDirectory data,
      AuditSettings audit,
      Clock clock,
      MeterRegistry meters) {
    List<Path> directories = new ArrayList<>(List.of(data.path()));
    List.of("postgres", "broker", "spool")
        .forEach(own -> directories.add(data.path().resolve(own)));
    if (audit.export() != null) {
      directories.add(audit.export());
    }
    directories.addAll(settings.volumes());
    return new DiskWatch(settings, new MountedVolumes(directories), clock, meters);
  }
}
