package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of this installation, and who writes it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

  @Bean
  AuditLog auditLog(AuditSettings settings, LogKey keys, TreeStore store) {
    return AuditLog.of(settings, keys, store);
  }

  @Bean
  CheckpointFiles checkpointFiles(
      AuditSettings settings,
      DataDirectory data,
      AuditLog log,
      @Qualifier("machineClock") Clock clock) {
    Path home = data.path().resolve("audit");
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new CannotStart("The directory " + home + " cannot be written.", e);
    }
    Path export = settings.export() == null ? home : settings.export();
    // Not made when it is missing: then a volume is not mounted.
    if (!Files.isDirectory(export) || !Files.isWritable(export)) {
      throw new CannotStart(
          "gateway.audit.export is " + export + ", which is no directory that can be written.");
    }
    CheckpointFiles files = new CheckpointFiles(home, export, clock);
    files.layKey(log.verifyingKey());
    return files;
  }

  @Bean
  Sequencing sequencing(
      AuditLog log,
      TreeStore store,
      CheckpointFiles files,
      TransactionTemplate transaction,
      Turn turn,
      AuditWatch watch) {
    return new Sequencing(new Sequencer(log, store, files, transaction, turn), watch);
  }
}
