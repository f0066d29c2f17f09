package io.enforcement.gateway.routes;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The one directory in which a gateway keeps everything that must outlive it: {@code postgres},
 * {@code broker}, {@code spool}, {@code secrets}, {@code partners}, {@code gateway.yaml}.
 *
 * <p>While it is open, {@code gateway.lock} is held, so that a second gateway on the same directory
 * stops before it touches anything; the operating system drops the lock when the process dies. Safe
 * for use by several threads.
 */
public final class DataDirectory implements AutoCloseable {

  private static final int GENERATED_BYTES = 24;

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Creates the directory when it is not there and takes its lock.
   *
   * @throws CannotStart when it cannot be created or written, or when another gateway holds it
   */
  public static DataDirectory open(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      Path path = Files.createDirectories(absolute).toRealPath();
      Files.createDirectories(path.resolve("partners"));
      createPrivateDirectory(path.resolve("secrets"));
      return new DataDirectory(path, lock(path));
    } catch (IOException e) {
      throw new CannotStart(
          "The data directory "
              + absolute
              + " cannot be written ("
              + e.getClass().getSimpleName()
              + "); name another one with --data-dir.",
          e);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * The secret of that name: from the environment ({@code GATEWAY_SECRET_<NAME>}), else from {@code
   * secrets/<name>}.
   */
  public Optional<Secret> secret(String name) {
    String variable = "GATEWAY_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    String value = System.getenv(variable);
    if (value != null) {
      return Optional.of(new Secret(value));
    }
    try {
      return Optional.of(new Secret(Files.readString(secretFile(name)).strip()));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CannotStart("The secret file secrets/" + name + " cannot be read.", e);
    }
  }

  /** The secret of that name; made from a strong random source at the first call, then kept. */
  public synchronized Secret generatedSecret(String name) {
    return secret(name).orElseGet(() -> keep(name, random()));
  }

  /** Keeps a secret that was made elsewhere in {@code secrets/<name>}, for our own account only. */
  public synchronized Secret keepSecret(String name, String value) {
    return keep(name, value);
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new IllegalStateException("gateway.lock could not be released", e);
    }
  }

  private static String random() {
    byte[] random = new byte[GENERATED_BYTES];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private Secret keep(String name, String value) {
    Path unfinished = secretFile(name + ".new");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, value + "\n", StandardOpenOption.SYNC);
      Files.move(unfinished, secretFile(name), StandardCopyOption.ATOMIC_MOVE);
      return new Secret(value);
    } catch (IOException e) {
      throw new CannotStart("The secret file secrets/" + name + " cannot be written.", e);
    }
  }

  private Path secretFile(String name) {
    return path.resolve("secrets").resolve(name);
  }

  private static void createPrivateDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve("gateway.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      // Same answer as for another process: this directory already has its gateway.
    }
    if (lock == null) {
      channel.close();
      throw new CannotStart(
          "Another gateway is running on the data directory "
              + path
              + "; stop it, or name another directory with --data-dir.");
    }
    return channel;
  }
}
