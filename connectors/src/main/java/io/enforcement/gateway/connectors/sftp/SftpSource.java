package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Source;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches whole files from a partner's folder and moves each, with its digest file, to the folder
 * its verdict names. Files under way, hidden ones, links and names outside the allow-list ({@link
 * FileName}) are left where they are.
 *
 * <p>A crash between taking and moving shows the file again; the taker recognises it by name and
 * content. Used by one thread at a time.
 */
public final class SftpSource implements Source {

  private static final Logger LOG = LoggerFactory.getLogger(SftpSource.class);
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final String partner;
  private final SftpLink link;
  private final String directory;
  private final String done;
  private final String conflict;
  private final String refused;
  private final int maxBytes;
  private final Readiness readiness;
  private long ignoredBefore;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public SftpSource(ConnectorSettings settings) {
    this(settings, System::nanoTime);
  }

  SftpSource(ConnectorSettings settings, LongSupplier nanoTime) {
    partner = settings.partner();
    directory = SftpSettings.folder(settings, "directory", settings.required("directory"));
    done = SftpSettings.folder(settings, "done", "done");
    conflict = SftpSettings.folder(settings, "conflict", "conflict");
    refused = SftpSettings.folder(settings, "refused", "refused");
    maxBytes = settings.number("max-bytes", MAX_BYTES);
    readiness = new Readiness(settings, nanoTime);
    link = new SftpLink(SftpSettings.of(settings));
  }

  @Override
  public int poll(int limit, Taker taker) throws Unreachable {
    try {
      return link.with(channel -> look(channel, limit, taker));
    } catch (IOException e) {
      throw new Unreachable(SftpLink.reason(e), e);
    }
  }

  private int look(SftpClient channel, int limit, Taker taker) throws IOException {
    RemoteFolder folder = new RemoteFolder(channel, directory);
    int handed = 0;
    for (String name : names(folder.list())) {
      if (handed == limit) {
        break;
      }
      Step step = step(channel, folder, name, taker);
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

  private Step step(SftpClient channel, RemoteFolder folder, String name, Taker taker)
      throws IOException {
    Attributes file = folder.look(name).filter(Attributes::isRegularFile).orElse(null);
    if (file == null || !readiness.worthReading(folder, name, file)) {
      return Step.NOT_READY;
    }
    if (file.getSize() > maxBytes) {
      putAside(channel, folder, name, refused);
      LOG.warn("partner {}: a file above {} bytes was put aside", partner, maxBytes);
      return Step.NOT_READY;
    }
    byte[] body = folder.read(name, maxBytes);
    if (body.length > maxBytes || !readiness.whole(folder, name, body)) {
      return Step.NOT_READY;
    }
    return switch (taker.take(new Item(name, body))) {
      case TAKEN -> putAside(channel, folder, name, done);
      case CONFLICT -> putAside(channel, folder, name, conflict);
      case REFUSED -> putAside(channel, folder, name, refused);
      case LATER -> Step.PAUSE;
    };
  }

  private Step putAside(SftpClient channel, RemoteFolder folder, String name, String where)
      throws IOException {
    RemoteFolder target = new RemoteFolder(channel, where);
    target.createIfMissing();
    folder.moveTo(target, name);
    return Step.HANDED_OVER;
  }

  private Set<String> names(List<DirEntry> entries) {
    Set<String> names =
        entries.stream()
            .map(DirEntry::getFilename)
            .filter(FileName::isData)
            .collect(Collectors.toCollection(TreeSet::new));
    readiness.keepOnly(names);
    long ignored = entries.stream().map(DirEntry::getFilename).filter(FileName::isForeign).count();
    if (ignored > 0 && ignored != ignoredBefore) {
      // Only the count: such a name may be anything, a person's name or a forged log line.
      LOG.warn("partner {}: {} names in its folder are not allowed", partner, ignored);
    }
    ignoredBefore = ignored;
    return names;
  }

  @Override
  public void close() {
    link.close();
  }
}
