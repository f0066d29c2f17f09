package io.enforcement.gateway.routes.sandbox.farside;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A partner that is reached by files, whatever brings them: folders of files for the gateway
 * ({@code out}, or one for each kind), {@code done}, {@code conflict}, {@code refused} (where the
 * gateway puts them afterwards) and {@code in}, or one for each kind (what the gateway leaves). A
 * file appears whole or not at all: {@code name.part}, rename, and last {@code name.sha256}. Safe
 * for several threads.
 */
public abstract class FolderPartner extends SwitchedPartner {

  private static final long LOOK_MILLIS = 200;

  /** The folder of a partner that has only one for the gateway. */
  public static final String OUT = "out";

  /** The folder of a partner that has only one for what the gateway leaves. */
  public static final String IN = "in";

  private static final List<String> OF_THE_GATEWAY = List.of("done", "conflict", "refused");

  final Path files;
  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("files"));
  private final List<String> outgoing;
  private final List<ReceiptTray> trays;

  /**
   * @param directory where files and ledger are kept
   * @param outgoing the folders of files for the gateway
   * @param incoming the folders of what the gateway leaves
   */
  FolderPartner(
      String id, Path directory, Set<Kind> supports, List<String> outgoing, List<String> incoming) {
    super(id, directory, supports);
    this.outgoing = List.copyOf(outgoing);
    files = directory.resolve("files");
    try {
      for (List<String> folders : List.of(outgoing, incoming, OF_THE_GATEWAY)) {
        for (String folder : folders) {
          Files.createDirectories(files.resolve(folder));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's folders cannot be created", e);
    }
    trays = incoming.stream().map(name -> new ReceiptTray(files.resolve(name), ledger)).toList();
    clerk.scheduleWithFixedDelay(
        () -> trays.forEach(ReceiptTray::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** The folder behind one of the partner's folder names. */
  public final Path folder(String name) {
    return files.resolve(name);
  }

  /** The receipts that came so far, in the order in which they were found. */
  public final List<ReceiptTray.Receipt> receipts() {
    return trays.stream().flatMap(tray -> tray.receipts().stream()).toList();
  }

  /** Every id in the receipts that is not the receipt's own: those of the messages among them. */
  public final Set<String> idsInReceipts() {
    return trays.stream()
        .flatMap(tray -> tray.ids().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many files wait for the gateway. */
  public final int waiting() {
    return outgoing.stream().mapToInt(this::waiting).sum();
  }

  private int waiting(String outgoingFolder) {
    try (Stream<Path> out = Files.list(folder(outgoingFolder))) {
      return (int) out.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException("the partner cannot read its own folder", e);
    }
  }

  /** Whether a file of this name lies in a folder, or in one below it. */
  public final boolean lies(String folder, String name) {
    try (Stream<Path> all = Files.walk(folder(folder))) {
      return all.anyMatch(file -> file.getFileName().toString().equals(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the partner cannot read its own folder", e);
    }
  }

  /** Puts a file into one of its folders for the gateway. */
  public final void drop(String folder, String name, byte[] content) {
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
  void end() {
    clerk.shutdown();
    DaemonThreads.await(clerk);
  }
}
