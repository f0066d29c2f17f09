package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secrets that gateway and simulated partners share: made once, mode 600, one file each, in the
 * gateway's own folder of secrets.
 */
public final class SecretFiles {

  private static final int BYTES = 24;

  private final Path folder;

  public SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The secret of that name, made now when there is none. */
  public Secret secret(String name) {
    try {
      return new Secret(Files.readString(folder.resolve(name)).strip());
    } catch (NoSuchFileException e) {
      return make(name);
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + name + " cannot be read", e);
    }
  }

  private Secret make(String name) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return keep(name, new Secret(HexFormat.of().formatHex(random)));
  }

  /** Keeps a secret that was made elsewhere, in place of one of that name. */
  public Secret keep(String name, Secret secret) {
    Path unfinished = folder.resolve(name + ".new");
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, secret.reveal() + "\n", StandardOpenOption.SYNC);
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("the secret " + name + " cannot be written", e);
    }
  }
}
