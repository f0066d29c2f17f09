package io.enforcement.gateway.connectors.file;

import static org.assertj.core.api.Assertions.fail;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.peer.InstalledPeer;
import io.enforcement.gateway.connectors.peer.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * OpenSSH's own server as a process of this test: its own keys and port on loopback, no password,
 * the test's account let in by one key.
 */
public final class OpenSshServer implements FarSide {

  private static final InstalledPeer PEER = new InstalledPeer("openssh-server", "sshd", List.of());

  private final Path keys;
  private final Path home;
  private final int port;
  private final Process process;

  /** Serves this folder; a test is left out where the program is missing. */
  public OpenSshServer(Path home) throws IOException {
    PEER.orLeaveOut();
    this.home = home;
    keys = Files.createTempDirectory("sshd");
    key("host");
    key("client");
    Files.copy(keys.resolve("client.pub"), keys.resolve("authorized"));
    port = freePort();
    process = start(Files.write(keys.resolve("config"), config()));
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::listens);
  }

  private List<String> config() throws IOException {
    return List.of(
        "ListenAddress 127.0.0.1",
        "Port " + port,
        "HostKey " + keys.resolve("host"),
        "AuthorizedKeysFile " + keys.resolve("authorized"),
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin prohibit-password",
        "StrictModes no",
        "UsePAM no",
        "PidFile none",
        "Subsystem sftp internal-sftp -d " + home);
  }

  private Process start(Path config) throws IOException {
    if (System.getProperty("user.name").equals("root")) {
      // Where root's server puts the children that speak with strangers; Debian makes it at boot.
      Files.createDirectories(
          Path.of("/run/sshd"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
    return new ProcessBuilder(
            Program.find(PEER.program()).orElseThrow().toString(),
            "-D",
            "-e",
            "-f",
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(keys.resolve("log").toFile())
        .start();
  }

  private boolean listens() throws IOException {
    if (!process.isAlive()) {
      fail("sshd ended: " + Files.readString(keys.resolve("log")));
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String via() {
    return "sftp";
  }

  @Override
  public ConnectorSettings settings(String... more) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(port),
                "user",
                System.getProperty("user.name"),
                "credentials",
                "client",
                "directory",
                "box",
                "host-key-fingerprint",
                fingerprint()));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new ConnectorSettings("city-management", values, name -> new Secret(text(name)));
  }

  /** As people get it from a server's administrator: {@code 256 SHA256:… comment (ED25519)}. */
  private String fingerprint() {
    return run("ssh-keygen", "-l", "-f", keys.resolve("host.pub").toString()).split(" ")[1];
  }

  private void key(String name) {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys.resolve(name).toString());
  }

  private String text(String file) {
    try {
      return Files.readString(keys.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(output);
      }
      return output;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (String file :
        List.of("host", "host.pub", "client", "client.pub", "authorized", "config", "log")) {
      Files.deleteIfExists(keys.resolve(file));
    }
    Files.delete(keys);
  }
}
