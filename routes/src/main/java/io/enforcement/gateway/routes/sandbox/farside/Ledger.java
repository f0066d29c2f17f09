package io.enforcement.gateway.routes.sandbox.farside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a partner has seen with its own eyes: an append-only file, one line per event, forced to
 * disk before {@link #append} returns. It is the outside evidence that the gateway's own counts are
 * held against, so it holds keys and digests and no content. A line that a crash cut short is
 * dropped on opening: its event was never acknowledged to anybody. Safe for several threads.
 */
public final class Ledger implements AutoCloseable {

  /** Which way something went, seen from the partner. */
  public enum Event {
    /** New to the partner, and kept. */
    ARRIVED,
    /** Came again under a key that it already holds; had no second effect. */
    ARRIVED_AGAIN,
    /** The partner said no. */
    REFUSED,
    /** The partner sent it and the gateway gave a final answer. */
    SENT
  }

  /**
   * One line.
   *
   * @param at when, by the partner's clock
   * @param event what happened
   * @param key the key that both sides know it by
   * @param digest lower-case hex SHA-256 of the bytes
   * @param note one word: path, status or file kind
   */
  public record Entry(Instant at, Event event, String key, String digest, String note) {

    private String line() {
      return String.join("\t", at.toString(), event.name(), clean(key), digest, clean(note)) + "\n";
    }

    private static Entry parse(String line) {
      String[] f = line.split("\t", -1);
      return new Entry(Instant.parse(f[0]), Event.valueOf(f[1]), f[2], f[3], f[4]);
    }

    private static String clean(String text) {
      return text.replaceAll("[\\t\\r\\n]", " ");
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final FileChannel channel;

  public Ledger(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      readBack(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("ledger cannot be opened", e);
    }
  }

  private void readBack(byte[] bytes) throws IOException {
    int whole = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        entries.add(Entry.parse(new String(bytes, whole, i - whole, UTF_8)));
        whole = i + 1;
      }
    }
    channel.truncate(whole);
    channel.position(whole);
  }

  /** Writes one line; it is on disk when this returns. */
  public Entry append(Event event, String key, byte[] body, String note) {
    Entry entry = new Entry(Instant.now(), event, key, Digests.sha256(body), note);
    append(List.of(entry));
    return entry;
  }

  /**
   * Writes a line for each key, which is all that there is to see; all are on disk when this
   * returns.
   */
  public void append(Event event, List<String> keys, String note) {
    Instant now = Instant.now();
    append(
        keys.stream()
            .map(k -> new Entry(now, event, k, Digests.sha256(k.getBytes(UTF_8)), note))
            .toList());
  }

  private synchronized void append(List<Entry> lines) {
    String text = lines.stream().map(Entry::line).collect(Collectors.joining());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException("ledger cannot be written", e);
    }
    entries.addAll(lines);
  }

  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** How often each key stands under the given event. */
  public synchronized Map<String, Integer> keys(Event event) {
    Map<String, Integer> keys = new TreeMap<>();
    entries.stream()
        .filter(e -> e.event() == event)
        .forEach(e -> keys.merge(e.key(), 1, Math::addExact));
    return keys;
  }

  public synchronized int count(Event event) {
    return (int) entries.stream().filter(e -> e.event() == event).count();
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("ledger cannot be closed", e);
    }
  }
}
