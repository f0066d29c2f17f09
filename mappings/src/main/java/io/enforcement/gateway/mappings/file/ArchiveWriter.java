package io.enforcement.gateway.mappings.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip entry by entry. Stored, not deflated: how well something packs differs between
 * machines, and the same files must give the same bytes. Used by one thread.
 */
final class ArchiveWriter implements AutoCloseable {

  /** The earliest time that a zip can tell: ours tell none. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  ArchiveWriter(OutputStream to) {
    zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
  }

  void put(String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    put(name, content.length, crc.getValue(), new ByteArrayInputStream(content));
  }

  /**
   * @throws IOException also when the bytes are not as many, or not those of the checksum
   */
  void put(String name, long size, long crc, InputStream content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(crc);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    content.transferTo(zip);
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
