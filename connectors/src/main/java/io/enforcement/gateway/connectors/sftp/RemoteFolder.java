package io.enforcement.gateway.connectors.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The few steps both directions take on a server, over one channel; used by one thread. */
final class RemoteFolder {

  /** A listing longer than this is cut: the rest shows once the first files are moved away. */
  private static final int LONGEST_LISTING = 20_000;

  private final SftpClient channel;
  private final String folder;

  RemoteFolder(SftpClient channel, String folder) {
    this.channel = channel;
    this.folder = folder;
  }

  List<DirEntry> list() throws IOException {
    List<DirEntry> entries = new ArrayList<>();
    try (SftpClient.CloseableHandle handle = channel.openDir(folder)) {
      List<DirEntry> some = channel.readDir(handle);
      while (some != null && entries.size() < LONGEST_LISTING) {
        entries.addAll(some);
        some = channel.readDir(handle);
      }
    }
    return entries;
  }

  Optional<Attributes> look(String name) throws IOException {
    return look(channel, FileName.in(folder, name));
  }

  private static Optional<Attributes> look(SftpClient channel, String path) throws IOException {
    try {
      return Optional.of(channel.lstat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Reads at most one byte more than the limit, so that the caller sees an excess. */
  byte[] read(String name, int limit) throws IOException {
    try (InputStream in = channel.read(FileName.in(folder, name))) {
      return in.readNBytes(limit + 1);
    }
  }

  void write(String name, byte[] body) throws IOException {
    try (OutputStream out =
        channel.write(
            FileName.in(folder, name), OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
      out.write(body);
    }
  }

  /** The caller has made sure that the new name is free: some servers replace silently. */
  void rename(String from, String to) throws IOException {
    channel.rename(FileName.in(folder, from), FileName.in(folder, to));
  }

  /**
   * Moves a file to another folder under its name, or with a suffix when that name is taken there.
   *
   * @return the name it has now
   */
  String moveTo(RemoteFolder target, String name) throws IOException {
    String free = name;
    while (target.look(free).isPresent() || target.look(free + FileName.DIGEST).isPresent()) {
      free = name + "." + UUID.randomUUID().toString().substring(0, 8);
    }
    channel.rename(FileName.in(folder, name), FileName.in(target.folder, free));
    if (look(name + FileName.DIGEST).isPresent()) {
      channel.rename(
          FileName.in(folder, name + FileName.DIGEST),
          FileName.in(target.folder, free + FileName.DIGEST));
    }
    return free;
  }

  void createIfMissing() throws IOException {
    if (look(channel, folder).isEmpty()) {
      channel.mkdir(folder);
    }
  }
}
