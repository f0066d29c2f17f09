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
 * A partner that is reached by files: an SFTP server with folders of files for the gateway ({@code
 * out}, or one for each kind), {@code done}, {@code conflict}, {@code refused} (where the gateway
 * puts them afterwards) and {@code in} (what the gateway leaves). A file appears whole or not at
 * all: {@code name.part}, rename, and last {@code name.sha256}. Safe for several threads.
 */
public final class FilePartner extends SwitchedPartner {

  private static final long LOOK_MILLIS = 200;

  /** The folder of a partner that has only one for the gateway. */
  public static final String OUT = "out";

  private static final String IN = "in";
  private static final List<String> OF_THE_GATEWAY = List.of("done", "conflict", "refused", IN);

  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("files"));
  private final Path files;
  private final List<String> outgoing;
  private final ReceiptTray tray;
  private final DropServer server;

  /**
   * @param directory where files, host key and ledger are kept
   * @param user the name that the gateway signs in with
   * @param password its password
   * @param outgoing the folders of files for the gateway
   */
  public FilePartner(
      String id, Path directory, String user, Secret password, List<String> outgoing) {
    super(id, directory, EnumSet.complementOf(EnumSet.of(Kind.GARBAGE)));
    this.outgoing = List.copyOf(outgoing);
    files = directory.resolve("files");
    try {
      for (String folder : outgoing) {
        Files.createDirectories(files.resolve(folder));
      }
      for (String folder : OF_THE_GATEWAY) {
        Files.createDirectories(files.resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's folders cannot be created", e);
    }
    tray = new ReceiptTray(files.resolve(IN), ledger);
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

  /** How many files wait for the gateway. */
  public int waiting() {
    return outgoing.stream().mapToInt(this::waiting).sum();
  }

  private int waiting(String outgoingFolder) {
    try (Stream<Path> out = Files.list(folder(outgoingFolder))) {
      return (int) out.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException("the partner cannot read its own folder", e);
    }
  }

  /** Puts a file into one of its folders for the gateway. */
  public void drop(String folder, String name, byte[] content) {
    try {
      appear(folder(folder), name, content);
      String digest = Digests.sha256(content) + "  " + name + "\n";
      appear(folder(folder), name + ".sha256", digest.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("the partner cannot write its own folder", e);
    }
    ledger.append(Event.SENT, name, content, "file");
  }

  private static void appear(Path folder, String name, byte[] content) throws IOException {
    Path part = folder.resolve(name + ".part");
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
    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
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
