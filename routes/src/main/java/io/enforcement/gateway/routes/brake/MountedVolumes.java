package io.enforcement.gateway.routes.brake;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The volumes on which these directories lie, as the operating system tells. Thread-safe. */
final class MountedVolumes implements Volumes {

  private static final Logger LOG = LoggerFactory.getLogger(MountedVolumes.class);

  private final List<Path> directories;

  MountedVolumes(List<Path> directories) {
    this.directories = directories;
  }

  @Override
  public List<Volume> now() {
    List<FileStore> seen = new ArrayList<>();
    List<Volume> volumes = new ArrayList<>();
    for (Path directory : directories) {
      try {
        FileStore store = Files.getFileStore(directory);
        if (!seen.contains(store)) {
          seen.add(store);
          volumes.add(
              new Volume(directory.toString(), store.getTotalSpace(), store.getUsableSpace()));
        }
      } catch (IOException e) {
        LOG.debug("{} cannot be looked at", directory, e);
      }
    }
    return volumes;
  }
}
