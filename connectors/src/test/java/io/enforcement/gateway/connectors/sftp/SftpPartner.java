package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.file.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** A partner's SFTP server over a folder of this test, which can also misbehave. */
public final class SftpPartner implements AutoCloseable {

  private static final String PASSWORD = "invented";

  final Path home;
  private final SftpSubsystemFactory sftp = new SftpSubsystemFactory();
  private SshServer server;
  private KeyPair key = newKey();
  private volatile UnaryOperator<String> lies = UnaryOperator.identity();

  public SftpPartner(Path home) throws IOException {
    this.home = home;
    sftp.setFileSystemAccessor(
        new SftpFileSystemAccessor() {
          @Override
          public void putRemoteFileName(
              SftpSubsystemProxy subsystem,
              Path path,
              Buffer buffer,
              String name,
              boolean shortName)
              throws IOException {
            buffer.putString(shortName ? lies.apply(name) : name);
          }
        });
    open(0);
  }

  private void open(int port) throws IOException {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator((user, password, session) -> PASSWORD.equals(password));
    server.setSubsystemFactories(List.of(sftp));
    server.setFileSystemFactory(new VirtualFileSystemFactory(home));
    server.start();
  }

  public ConnectorSettings settings(String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("host", "127.0.0.1");
    values.put("port", Integer.toString(server.getPort()));
    values.put("user", "gateway");
    values.put("credentials", "city-management");
    values.put("directory", "box");
    values.put(
        "host-key-fingerprint",
        KeyUtils.getFingerPrint(BuiltinDigests.sha256.create(), key.getPublic()));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ConnectorSettings("city-management", values, name -> new Secret(PASSWORD));
  }

  /** From now on listings show these names instead. */
  void lists(UnaryOperator<String> names) {
    lies = names;
  }

  void watchedBy(SftpEventListener listener) {
    sftp.addSftpEventListener(listener);
  }

  void stops() throws IOException {
    server.stop(true);
  }

  void comesBack() throws IOException {
    open(server.getPort());
  }

  void comesBackWithAnotherKey() throws IOException {
    key = newKey();
    comesBack();
  }

  Path leaves(String name, byte[] body) throws IOException {
    return Files.write(Files.createDirectories(home.resolve("box")).resolve(name), body);
  }

  void leavesWhole(String name, byte[] body) throws IOException {
    leaves(name, body);
    leaves(name + ".sha256", Digest.sideFile(body, name));
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }
}
