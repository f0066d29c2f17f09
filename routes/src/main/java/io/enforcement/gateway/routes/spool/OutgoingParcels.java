package io.enforcement.gateway.routes.spool;

import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.mappings.file.Parcel.Enclosure;
import io.enforcement.gateway.routes.store.HeldFile;
import io.enforcement.gateway.routes.store.ReleasedFileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;

/**
 * Packs a record's document and its files into one zip on disk, through one buffer. Each file is
 * proven against its digest again before a byte of the zip is shown to anybody. Thread-safe.
 */
@Component
public class OutgoingParcels {

  private static final int BUFFER = 64 * 1024;

  private final ReleasedFileStore store;
  private final Spool spool;

  OutgoingParcels(ReleasedFileStore store, Spool spool) {
    this.store = store;
    this.spool = spool;
  }

  /**
   * A zip that lies in the spool's temporary folder until it is closed.
   *
   * @param sha256 of its bytes, in hexadecimal digits
   * @param files the digests of the files in it
   */
  public record Packed(Path path, long size, String sha256, Set<String> files)
      implements AutoCloseable {

    @Override
    public void close() {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A file that must go out is not in the spool, or not what its digest says. */
  public static final class FileLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String digest;

    FileLost(String digest) {
      super("not in the spool as its digest says: " + digest);
      this.digest = digest;
    }

    public String digest() {
      return digest;
    }
  }

  /**
   * The same delivery gives the same bytes.
   *
   * @throws FileLost when it cannot be complete
   * @throws UncheckedIOException when the disk fails
   */
  public Packed pack(Parcel parcel, UUID delivery, byte[] document) {
    List<Enclosure> enclosures = new ArrayList<>();
    for (HeldFile file : store.goingWith(delivery)) {
      enclosures.add(proven(file));
    }
    Path path = spool.temporary();
    try (DigestOutputStream to =
        new DigestOutputStream(Files.newOutputStream(path), ContentDigest.sha256())) {
      parcel.write(delivery.toString(), document, enclosures, to);
      return new Packed(
          path,
          Files.size(path),
          HexFormat.of().formatHex(to.getMessageDigest().digest()),
          enclosures.stream().map(Enclosure::digest).collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      spool.remove(path);
      throw new UncheckedIOException(e);
    }
  }

  private Enclosure proven(HeldFile file) {
    ContentDigest digest = ContentDigest.of(file.digest()).orElseThrow();
    Path path = spool.file(digest);
    MessageDigest computation = digest.computation();
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    try (InputStream bytes = Files.newInputStream(path)) {
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        size += n;
        computation.update(buffer, 0, n);
        crc.update(buffer, 0, n);
      }
    } catch (NoSuchFileException e) {
      throw new FileLost(file.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (size != file.size() || !digest.matches(computation)) {
      throw new FileLost(file.digest());
    }
    return new Enclosure(
        file.mediaType(),
        file.digest(),
        file.size(),
        crc.getValue(),
        () -> Files.newInputStream(path));
  }
}
