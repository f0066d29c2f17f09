package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Taker;
import io.enforcement.gateway.connectors.file.Folder.Attributes;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How whole files are taken from a partner's folder and moved, each with its digest file, to the
 * folder its verdict names. Files under way, hidden ones, links and names outside the allow-list
 * ({@link FileName}) are left where they are.
 *
 * <p>A crash between taking and moving shows the file again; the taker recognises it by name and
 * content. Remembers what it saw at the looks before; used by one thread at a time.
 */
public final class FileCollection {

  private static final Logger LOG = LoggerFactory.getLogger(FileCollection.class);
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String partner;
  private final int maxBytes;
  private final Readiness readiness;
  private long ignoredBefore;

  /** The folders of one look: where files come from, and where each verdict puts them. */
  public record Folders(Folder from, Folder done, Folder conflict, Folder refused) {}

  /**
   * @throws IllegalArgumentException when a setting is wrong
   */
  public FileCollection(ConnectorSettings settings, LongSupplier nanoTime) {
    partner = settings.partner();
    maxBytes = settings.number("max-bytes", MAX_BYTES);
    readiness = new Readiness(settings, nanoTime);
  }

  /** Looks once and hands over what is ready, at most {@code limit} files. */
  public int look(Folders folders, int limit, Taker taker) throws IOException {
    int handed = 0;
    for (String name : names(folders.from().list())) {
      if (handed == limit) {
        break;
      }
      Step step = step(folders, name, taker);
      if (step == Step.PAUSE) {
        break;
      }
      handed += step == Step.HANDED_OVER ? 1 : 0;
    }
    return handed;
  }

  private enum Step {
    NOT_READY,
    HANDED_OVER,
    PAUSE
  }

  private Step step(Folders folders, String name, Taker taker) throws IOException {
    Folder from = folders.from();
    Attributes file = from.look(name).filter(Attributes::regular).orElse(null);
    if (file == null || !readiness.worthReading(from, name, file)) {
      return Step.NOT_READY;
    }
    if (file.size() > maxBytes) {
      putAside(from, name, folders.refused());
      LOG.warn("partner {}: a file above {} bytes was put aside", partner, maxBytes);
      return Step.NOT_READY;
    }
    byte[] body = from.read(name, maxBytes);
    if (body.length > maxBytes || !readiness.whole(from, name, body)) {
      return Step.NOT_READY;
    }
    return switch (taker.take(new Item(name, body))) {
      case TAKEN -> putAside(from, name, folders.done());
      case CONFLICT -> putAside(from, name, folders.conflict());
      case REFUSED -> putAside(from, name, folders.refused());
      case LATER -> Step.PAUSE;
    };
  }

  /** Under its name, or with a suffix when that name is taken there. */
  private static Step putAside(Folder from, String name, Folder target) throws IOException {
    target.createIfMissing();
    String free = name;
    while (target.look(free).isPresent() || target.look(free + FileName.DIGEST).isPresent()) {
      free = name + "." + UUID.randomUUID().toString().substring(0, 8);
    }
    from.move(name, target, free);
    if (from.look(name + FileName.DIGEST).isPresent()) {
      from.move(name + FileName.DIGEST, target, free + FileName.DIGEST);
    }
    return Step.HANDED_OVER;
  }

  private Set<String> names(List<String> listed) {
    Set<String> names =
        listed.stream().filter(FileName::isData).collect(Collectors.toCollection(TreeSet::new));
    readiness.keepOnly(names);
    long ignored = listed.stream().filter(FileName::isForeign).count();
    if (ignored > 0 && ignored != ignoredBefore) {
      // Only the count: such a name may be anything, a person's name or a forged log line.
      LOG.warn("partner {}: {} names in its folder are not allowed", partner, ignored);
    }
    ignoredBefore = ignored;
    return names;
  }
}
