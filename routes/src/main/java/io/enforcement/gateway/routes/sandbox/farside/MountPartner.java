package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * A partner whose folders are mounted on the gateway's machine. The mount is a link to them, and
 * gone while the partner is down. Safe for several threads.
 */
public final class MountPartner extends FolderPartner {

  private final Path mount;

  /**
   * @param directory where files and ledger are kept
   * @param outgoing the folders of files for the gateway
   * @param incoming the folders of what the gateway leaves
   */
  public MountPartner(String id, Path directory, List<String> outgoing, List<String> incoming) {
    super(id, directory, EnumSet.of(Kind.OK, Kind.DOWN), outgoing, incoming);
    mount = directory.resolve("mount").toAbsolutePath();
    joinTheNet();
  }

  /** Where the folders are mounted. */
  public Path root() {
    return mount;
  }

  @Override
  synchronized void leaveTheNet() {
    try {
      Files.deleteIfExists(mount);
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's folders cannot be unmounted", e);
    }
  }

  @Override
  synchronized void joinTheNet() {
    try {
      if (!Files.exists(mount, LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(mount, files.toAbsolutePath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's folders cannot be mounted", e);
    }
  }
}
