package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The urban management department's SFTP server with its folders, on loopback. */
final class DropFolder implements AutoCloseable {

  static final String USER = "city-management";

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Path root;
  private final SshServer server = SshServer.setUpDefaultServer();
  private final SimpleGeneratorHostKeyProvider hostKey;

  DropFolder(Path root, String password) throws IOException {
    this.root = root;
    for (String folder : List.of("out", "done", "conflict", "refused", "in")) {
      Files.createDirectories(root.resolve(folder));
    }
    hostKey = new SimpleGeneratorHostKeyProvider(root.resolveSibling("host.key"));
    hostKey.setAlgorithm("EC");
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(hostKey);
    server.setPasswordAuthenticator((user, given, session) -> password.equals(given));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
  }

  int port() {
    return server.getPort();
  }

  String fingerprint() throws IOException {
    try {
      KeyPairProvider keys = hostKey;
      var key = keys.loadKeys(null).iterator().next().getPublic();
      return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    } catch (GeneralSecurityException e) {
      throw new IOException("the host key cannot be read", e);
    }
  }

  /**
   * Puts a whole file there: the name appears when the content is complete, its digest after it.
   */
  void drop(String name, byte[] content) throws IOException {
    place(name, content);
    vouch(name, content);
  }

  /** Puts the digest of a file beside where it is, or shall be. */
  void vouch(String name, byte[] content) throws IOException {
    place(name + ".sha256", (sha256(content) + "  " + name + "\n").getBytes("US-ASCII"));
  }

  private void place(String name, byte[] content) throws IOException {
    Path part = root.resolve("out").resolve(name + ".part");
    Files.write(part, content);
    Files.move(part, root.resolve("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Where a file lies, or shall lie, that the gateway may take. */
  Path outgoing(String name) {
    return root.resolve("out").resolve(name);
  }

  /** Whether the gateway has put it aside as another of a known name. */
  boolean inConflict(String name) {
    return Files.exists(root.resolve("conflict").resolve(name));
  }

  /** Moving it there is the gateway's receipt. */
  boolean taken(String name) {
    return Files.exists(root.resolve("done").resolve(name));
  }

  /** The message id in the receipt file for this file, when it has come. */
  Optional<String> messageId(String name) throws IOException {
    try (Stream<Path> receipts = Files.list(root.resolve("in"))) {
      for (Path receipt : receipts.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(receipt);
        Matcher id = UUID.matcher(text);
        if (text.contains(name) && id.find()) {
          return Optional.of(id.group());
        }
      }
    }
    return Optional.empty();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
