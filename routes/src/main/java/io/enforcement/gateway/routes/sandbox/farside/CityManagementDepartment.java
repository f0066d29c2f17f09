package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The urban management department (城管): an SFTP server with the folders {@code out} (its files for
 * the gateway), {@code done}, {@code conflict}, {@code refused} (where the gateway puts them
 * afterwards) and {@code in} (receipts of the gateway). A file appears in {@code out} whole or not
 * at all: {@code name.part}, rename, and last {@code name.sha256}. Safe for several threads.
 */
public final class CityManagementDepartment extends SwitchedPartner {

  private static final long LOOK_MILLIS = 200;
  private static final List<String> FOLDERS = List.of("out", "done", "conflict", "refused", "in");

  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("city-management"));
  private final Path files;
  private final ReceiptTray tray;
  private final DropServer server;

  /**
   * @param directory where files, host key and ledger are kept
   * @param user the name that the gateway signs in with
   * @param password its password
   */
  public CityManagementDepartment(Path directory, String user, Secret password) {
    super("city-management", directory, EnumSet.complementOf(EnumSet.of(Kind.GARBAGE)));
    files = directory.resolve("files");
    try {
      for (String folder : FOLDERS) {
        Files.createDirectories(files.resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the department's folders cannot be created", e);
    }
    tray = new ReceiptTray(files.resolve("in"), ledger);
    server = new DropServer(files, directory.resolve("host-key"), user, password, fault);
    clerk.scheduleWithFixedDelay(tray::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  public int port() {
    return server.port();
  }

  /** The fingerprint that the gateway must insist on: {@code SHA256:…}. */
  public String hostKeyFingerprint() {
    return server.fingerprint();
  }

  /** The folder behind one of the server's folder names. */
  public Path folder(String name) {
    return files.resolve(name);
  }

  /** The receipts that came so far, in the order in which they were found. */
  public List<ReceiptTray.Receipt> receipts() {
    return tray.receipts();
  }

  /** Every id in the receipts that is not the receipt's own: those of the messages among them. */
  public Set<String> idsInReceipts() {
    return tray.ids();
  }

  /** How many files lie in {@code out}. */
  public int waiting() {
    try (Stream<Path> out = Files.list(folder("out"))) {
      return (int) out.count();
    } catch (IOException e) {
      throw new UncheckedIOException("the department cannot read its own folder", e);
    }
  }

  /** Puts a file out for the gateway. */
  public void drop(String name, byte[] content) {
    try {
      appear(name, content);
      String digest = Digests.sha256(content) + "  " + name + "\n";
      appear(name + ".sha256", digest.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("the department cannot write its own folder", e);
    }
    ledger.append(Event.SENT, name, content, "file");
  }

  private void appear(String name, byte[] content) throws IOException {
    Path part = folder("out").resolve(name + ".part");
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, folder("out").resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
    clerk.shutdown();
    DaemonThreads.await(clerk);
    server.close();
  }
}
