package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where a department finds what the gateway left for it. A file counts once its digest
 * side file is there and agrees. Files are read where they lie and stay: the gateway may come back
 * and ask whether they are there.
 */
public final class ReceiptTray {

  private static final Logger log = LoggerFactory.getLogger(ReceiptTray.class);
  private static final String SIDE = ".sha256";
  private static final int DIGEST_LENGTH = 64;
  private static final Pattern KEY =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Path folder;
  private final Ledger ledger;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

  ReceiptTray(Path folder, Ledger ledger) {
    this.folder = folder;
    this.ledger = ledger;
    ledger.entries().stream()
        .filter(e -> e.event() != Event.SENT)
        .forEach(
            e -> {
              names.add(e.note());
              keys.add(e.key());
            });
  }

  /**
   * One receipt file.
   *
   * @param key the gateway's key in the file name, or the whole name when it holds none
   */
  public record Receipt(String name, String key, byte[] body) {}

  List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>();
    for (Receipt receipt : receipts) {
      Matcher inBody = KEY.matcher(new String(receipt.body(), StandardCharsets.UTF_8));
      while (inBody.find()) {
        if (!inBody.group().equals(receipt.key())) {
          ids.add(inBody.group());
        }
      }
    }
    return ids;
  }

  /** Looks once. Used by one thread. */
  void look() {
    if (!Files.isDirectory(folder)) {
      // Taken away for a while.
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> ready =
          files
              .map(f -> f.getFileName().toString())
              .filter(n -> n.endsWith(SIDE))
              .map(n -> n.substring(0, n.length() - SIDE.length()))
              .sorted()
              .toList();
      for (String name : ready) {
        if (!names.contains(name) && Files.exists(folder.resolve(name))) {
          read(name);
        }
      }
    } catch (IOException | RuntimeException e) {
      // The next look tries again; a scheduled task that throws would never run again.
      log.warn("looking for receipts failed: {}", e.getClass().getSimpleName());
    }
  }

  private void read(String name) throws IOException {
    byte[] body = Files.readAllBytes(folder.resolve(name));
    String said = Files.readString(folder.resolve(name + SIDE), StandardCharsets.US_ASCII);
    if (said.length() < DIGEST_LENGTH) {
      // Still being written.
      return;
    }
    names.add(name);
    Matcher inName = KEY.matcher(name);
    String key = inName.find() ? inName.group() : name;
    if (!said.strip().startsWith(Digests.sha256(body))) {
      ledger.append(Event.REFUSED, key, body, name);
      return;
    }
    ledger.append(keys.add(key) ? Event.ARRIVED : Event.ARRIVED_AGAIN, key, body, name);
    receipts.add(new Receipt(name, key, body));
  }
}
