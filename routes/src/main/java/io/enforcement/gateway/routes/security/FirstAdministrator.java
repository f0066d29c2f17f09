package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On the first start, when there is nobody yet, adds one security administrator and leaves the
 * token in a file that only the gateway's own account can read; the password for the console is
 * printed, this once, and not logged. Whoever takes them adds the named people and then disables
 * this account.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

  static final String NAME = "first-administrator";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final People people;
  private final TransactionTemplate transaction;
  private final Path folder;

  FirstAdministrator(
      People people,
      TransactionTemplate transaction,
      @Value("${gateway.data-dir:./data}") Path dataDir) {
    this.people = people;
    this.transaction = transaction;
    this.folder = dataDir.resolve("secrets");
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (people.isEmpty()) {
      transaction.executeWithoutResult(status -> create());
    }
  }

  private void create() {
    People.Added added;
    try {
      added = people.add("start", NAME, Role.SECURITY_ADMINISTRATOR);
    } catch (ProblemException anotherNodeWasFaster) {
      LOG.info("another node has added the first administrator");
      return;
    }
    // Before the commit: an account whose token nobody has would lock everybody out.
    Path file = write(added.token());
    LOG.info("first start: the token of {} is in the file {}", NAME, file.getFileName());
    // Not through the log, which is kept, nor where a program's answer may be expected.
    System.err.printf(
        "first start: %s signs in to /console with the password %s%n", NAME, added.password());
  }

  private Path write(String token) {
    Path file = folder.resolve(NAME + ".token");
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, NAME, ".part", ownerOnly());
      Files.writeString(part, token + System.lineSeparator());
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot write the first administrator's token into " + folder, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
