package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A guest that is reached by files on its SFTP server; it finds by itself what is left there. */
final class FileSide implements FarSide {

  private final Map<String, String> folders;
  private final FilePartner partner;
  private final boolean enclosed;

  /**
   * @param enclosed whether its documents come in one zip with the files that belong to them
   */
  FileSide(Guest guest, Path directory, Secret secret, boolean enclosed) {
    this.enclosed = enclosed;
    folders = Places.of(guest).sends();
    partner =
        new FilePartner(guest.id(), directory, Tour.GATEWAY, secret, List.copyOf(folders.values()));
  }

  @Override
  public SandboxPartner partner() {
    return partner;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(partner.port()),
        "user",
        Tour.GATEWAY,
        "host-key-fingerprint",
        partner.hostKeyFingerprint(),
        "poll",
        Tour.POLL);
  }

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document) {
    String folder = folders.get(sending.exchange());
    if (enclosed) {
      partner.drop(folder, key + ".zip", zip(key, document));
    } else {
      partner.drop(folder, key + ".json", document);
    }
    return true;
  }

  @Override
  public int look() {
    return partner.waiting();
  }

  private static byte[] zip(String key, byte[] document) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      Parcel.of(Map.of("type", "json")).write(key, document, List.of(), zip);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return zip.toByteArray();
  }
}
