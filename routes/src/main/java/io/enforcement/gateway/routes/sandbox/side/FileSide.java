package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.FolderPartner;
import io.enforcement.gateway.routes.sandbox.farside.MountPartner;
import io.enforcement.gateway.routes.sandbox.farside.ReceiptTray.Receipt;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A partner that is reached by files, on its SFTP server or in a shared folder; it finds by itself
 * what is left there.
 */
public final class FileSide implements FarSide {

  private final Map<String, String> folders;
  private final Map<String, Parcel> enclosed;
  private final FolderPartner partner;

  /** A zip made again has another time in it: the same document is the same file. */
  private final Map<String, byte[]> zips = new HashMap<>();

  private final Map<String, String> settings = new HashMap<>();

  private FileSide(FolderPartner partner, Meeting folders, Map<String, Parcel> enclosed) {
    this.partner = partner;
    this.folders = folders.sends();
    this.enclosed = Map.copyOf(enclosed);
  }

  /**
   * One with an SFTP server.
   *
   * @param account of the gateway
   * @param folders by exchange
   * @param enclosed the exchanges whose documents come in one zip with the files that belong to
   *     them
   * @param poll how often the gateway looks
   */
  public static FileSide served(
      String id,
      Path directory,
      String account,
      Secret secret,
      Meeting folders,
      Map<String, Parcel> enclosed,
      String poll) {
    FilePartner partner =
        new FilePartner(id, directory, account, secret, outgoing(folders), incoming(folders));
    FileSide side = new FileSide(partner, folders, enclosed);
    side.settings.putAll(
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            Integer.toString(partner.port()),
            "user",
            account,
            "host-key-fingerprint",
            partner.hostKeyFingerprint(),
            "poll",
            poll));
    return side;
  }

  /** The same in a folder that both sides have mounted. */
  public static FileSide mounted(
      String id, Path directory, Meeting folders, Map<String, Parcel> enclosed, String poll) {
    MountPartner partner = new MountPartner(id, directory, outgoing(folders), incoming(folders));
    FileSide side = new FileSide(partner, folders, enclosed);
    side.settings.putAll(Map.of("root", partner.root().toString(), "poll", poll));
    return side;
  }

  private static List<String> outgoing(Meeting folders) {
    return folders.sends().values().stream().distinct().toList();
  }

  private static List<String> incoming(Meeting folders) {
    return folders.receives().isEmpty()
        ? List.of(FolderPartner.IN)
        : folders.receives().values().stream().distinct().toList();
  }

  @Override
  public SandboxPartner partner() {
    return partner;
  }

  @Override
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  @Override
  public Submission send(Sending sending, String key, byte[] document) {
    Parcel parcel = enclosed.get(sending.exchange());
    String name = parcel == null || key.endsWith(".zip") ? key : key + ".zip";
    partner.drop(
        folders.get(sending.exchange()),
        name,
        parcel == null ? document : zip(parcel, name, document));
    return Submission.laid(name);
  }

  /** Wherever it is now: folders have the kind below them, or are the only one of their name. */
  @Override
  public Fate fate(Sending sending, String name) {
    if (Files.exists(partner.folder(folders.get(sending.exchange())).resolve(name))) {
      return Fate.WAITING;
    }
    return partner.lies("conflict", name) || partner.lies("refused", name)
        ? Fate.ASIDE
        : Fate.TAKEN;
  }

  @Override
  public int look() {
    return partner.waiting();
  }

  @Override
  public Optional<byte[]> arrived(String exchange, String key, byte[] expected) {
    return partner.receipts().stream()
        .filter(receipt -> receipt.key().equals(key))
        .map(Receipt::body)
        .findFirst();
  }

  private byte[] zip(Parcel parcel, String name, byte[] document) {
    String same = name + " " + Arrays.hashCode(document);
    return zips.computeIfAbsent(same, s -> written(parcel, name, document));
  }

  private static byte[] written(Parcel parcel, String name, byte[] document) {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try {
      parcel.write(name.replaceFirst("\\.zip$", ""), document, List.of(), zip);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return zip.toByteArray();
  }
}
