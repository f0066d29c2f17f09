package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/** A partner whose folders are on an SFTP server of its own. Safe for several threads. */
public final class FilePartner extends FolderPartner {

  private final DropServer server;

  /**
   * @param directory where files, host key and ledger are kept
   * @param user the name that the gateway signs in with
   * @param password its password
   * @param outgoing the folders of files for the gateway
   */
  public FilePartner(
      String id, Path directory, String user, Secret password, List<String> outgoing) {
    this(id, directory, user, password, outgoing, List.of(IN));
  }

  /**
   * @param incoming the folders of what the gateway leaves
   */
  public FilePartner(
      String id,
      Path directory,
      String user,
      Secret password,
      List<String> outgoing,
      List<String> incoming) {
    super(id, directory, EnumSet.complementOf(EnumSet.of(Kind.GARBAGE)), outgoing, incoming);
    server = new DropServer(files, directory.resolve("host-key"), user, password, fault);
  }

  public int port() {
    return server.port();
  }

  /** The fingerprint that the gateway must insist on: {@code SHA256:…}. */
  public String hostKeyFingerprint() {
    return server.fingerprint();
  }

  /** Somebody else answers under the address of its server until it is back on the net. */
  public void replaceByImpostor() {
    server.replaceByImpostor();
  }

  /** Takes an impostor off the net and comes back under its own key. */
  public void returnInPlaceOfImpostor() {
    server.down();
    server.up();
  }

  @Override
  void leaveTheNet() {
    server.down();
  }

  @Override
  void joinTheNet() {
    server.up();
  }

  @Override
  void end() {
    super.end();
    server.close();
  }
}
