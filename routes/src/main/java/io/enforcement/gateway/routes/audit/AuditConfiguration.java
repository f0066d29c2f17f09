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
import tools.jackson.databind.json.JsonMapper;

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
    Path home = made(data.path().resolve("audit"));
    Path export = settings.export() == null ? home : settings.export();
    requireMounted("export", export);
    CheckpointFiles files = new CheckpointFiles(home, export, clock);
    files.lay(log);
    return files;
  }

  @Bean
  Archives archives(
      AuditSettings settings,
      DataDirectory data,
      AuditLog log,
      TreeStore tree,
      ArchiveStore store,
      AuditTrail trail,
      TransactionTemplate transaction,
      JsonMapper json) {
    Path directory = settings.archive();
    if (directory == null) {
      directory = made(data.path().resolve("audit").resolve("archive"));
    }
    requireMounted("archive", directory);
    ArchiveFiles files = new ArchiveFiles(directory, json);
    return new Archives(
        settings, log, tree, store, files, new ArchiveCheck(log, files, json), trail, transaction);
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new CannotStart("The directory " + directory + " cannot be written.", e);
    }
  }

  /** Not made when it is missing: then a volume is not mounted. */
  private static void requireMounted(String setting, Path directory) {
    if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
      throw new CannotStart(
          "gateway.audit.%s is %s, which is no directory that can be written."
              .formatted(setting, directory));
    }
  }

  @Bean
  Sequencing sequencing(
      AuditLog log,
      TreeStore store,
      CheckpointFiles files,
      TransactionTemplate transaction,
      Turn turn,
      AuditWatch watch,
      Witness witness) {
    return new Sequencing(new Sequencer(log, store, files, transaction, turn, witness), watch);
  }

  @Bean
  KeyRotation keyRotation(
      AuditLog log,
      LogKey keys,
      TreeStore store,
      CheckpointFiles files,
      Sequencing sequencing,
      TransactionTemplate transaction,
      AuditTrail trail) {
    return new KeyRotation(log, keys, store, files, sequencing, transaction, trail);
  }

  @Bean
  NewLog newLog(
      AuditLog log,
      LogKey keys,
      TreeStore store,
      CheckpointFiles files,
      Archives archives,
      AuditWatch watch,
      TransactionTemplate transaction,
      AuditTrail trail) {
    return new NewLog(log, keys, store, files, archives, watch, transaction, trail);
  }
}
