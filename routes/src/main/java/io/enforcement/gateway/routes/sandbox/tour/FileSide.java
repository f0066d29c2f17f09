package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.FolderPartner;
import io.enforcement.gateway.routes.sandbox.farside.MountPartner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A guest that is reached by files; it finds by itself what is left there.
 *
 * @param settings what a site sets to reach its folders
 * @param folders by the exchange whose files lie there
 * @param enclosed whether its documents come in one zip with the files that belong to them
 */
record FileSide(
    FolderPartner partner,
    Map<String, String> settings,
    Map<String, String> folders,
    boolean enclosed)
    implements FarSide {

  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/json", ".json",
          "application/zip", ".zip",
          "text/csv", ".csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

  /** On its own SFTP server. */
  static FileSide served(Guest guest, Path directory, Secret secret, boolean enclosed) {
    Places places = Places.of(guest);
    FilePartner partner =
        new FilePartner(
            guest.id(),
            directory,
            Tour.GATEWAY,
            secret,
            List.copyOf(places.sends().values()),
            incoming(places));
    Map<String, String> settings =
        Map.of(
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
    return new FileSide(partner, settings, places.sends(), enclosed);
  }

  /** Mounted on the gateway's machine. */
  static FileSide mounted(Guest guest, Path directory) {
    Places places = Places.of(guest);
    MountPartner partner =
        new MountPartner(
            guest.id(), directory, List.copyOf(places.sends().values()), incoming(places));
    Map<String, String> settings = Map.of("root", partner.root().toString(), "poll", Tour.POLL);
    return new FileSide(partner, settings, places.sends(), false);
  }

  private static List<String> incoming(Places places) {
    return places.receives().isEmpty()
        ? List.of(FolderPartner.IN)
        : List.copyOf(places.receives().values());
  }

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document) {
    String folder = folders.get(sending.exchange());
    if (enclosed) {
      partner.drop(folder, key + ".zip", zip(key, document));
    } else {
      partner.drop(folder, key + ENDINGS.get(sending.contentType()), document);
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
