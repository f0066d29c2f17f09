package io.enforcement.gateway.routes.cli.deadlines;

import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which table and which calendar: those that are shipped, or with a site's own on top. */
final class TableOptions {

  /** Days of deadlines are days in China, wherever the machine stands. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "deadlines.region")
  private String region = "";

  @Option(names = "--reference", paramLabel = "DIR", descriptionKey = "deadlines.reference")
  private Path reference;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  String region() {
    if (!region.matches("|\\d{2,12}")) {
      throw new ParameterException(
          spec.commandLine(), "--region " + region + ": a division code has 2 to 12 digits");
    }
    return region;
  }

  DeadlineTable table() {
    return reference == null ? DeadlineTable.shipped() : DeadlineTable.with(folder());
  }

  WorkingCalendar calendar() {
    try {
      WorkingCalendar all =
          reference == null
              ? WorkingCalendar.of(WorkingCalendar.shipped())
              : new ReferenceFolder(folder(), () -> LocalDate.now(CHINA)).current().calendar();
      return all.in(region());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new ParameterException(spec.commandLine(), "--reference: " + e.getMessage());
    }
  }

  private Path folder() {
    if (!Files.isDirectory(reference)) {
      throw new ParameterException(
          spec.commandLine(), "--reference " + reference + ": no such directory");
    }
    return reference;
  }
}
