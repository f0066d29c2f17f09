package io.enforcement.gateway.standards.reference;

import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.register.Registers;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of the registers: records {@code Officer} or {@code EnforcementItem}, as the name begins,
 * in any form that {@link FileCheck} takes. A file with a record that the intake would refuse is
 * not taken over at all: half a register would accuse those who stand in the other half.
 */
final class RegisterFiles {

  private static final Pattern NAME =
      Pattern.compile("(Officer|EnforcementItem)(-[\\w-]+)?\\.(xml|json|jsonl|ndjson|zip)");

  private final Registers.Builder registers = new Registers.Builder();
  private final LocalDate day;

  private RegisterFiles(LocalDate day) {
    this.day = day;
  }

  static boolean isFileName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * @throws IllegalArgumentException when a record would be refused; names file, record and rule
   */
  static Registers read(List<Path> files, LocalDate day) throws IOException {
    RegisterFiles reading = new RegisterFiles(day);
    for (Path file : files) {
      reading.read(file);
    }
    return reading.registers.build();
  }

  private void read(Path file) throws IOException {
    AtomicReference<Checked> refused = new AtomicReference<>();
    new FileCheck(Optional.of(type(file)), day, StandardValidator.shipped())
        .check(
            file,
            checked -> {
              if (checked.refused()) {
                refused.compareAndSet(null, checked);
              } else {
                checked.content().ifPresent(this::add);
              }
            },
            bytes -> {});
    if (refused.get() != null) {
      throw new IllegalArgumentException(fault(file, refused.get()));
    }
  }

  private void add(StandardRecord record) {
    if (record instanceof Officer officer) {
      registers.add(officer);
    } else {
      registers.add((EnforcementItem) record);
    }
  }

  private static Class<? extends StandardRecord> type(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException("no file of a register");
    }
    return RecordTypes.of(name.group(1)).orElseThrow();
  }

  /** Without names and numbers of officers: a log takes it. */
  private static String fault(Path file, Checked refused) {
    Finding finding =
        refused.findings().stream().filter(Finding::refuses).findFirst().orElseThrow();
    String entry = refused.file().substring(file.toString().length());
    return String.format(
            "%s%s record %d, line %d: %s %s",
            file.getFileName(),
            entry,
            refused.number(),
            refused.line(),
            finding.rule(),
            finding.path())
        .strip();
  }
}
