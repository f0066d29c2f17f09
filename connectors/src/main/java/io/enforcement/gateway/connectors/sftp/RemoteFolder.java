package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.file.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** A folder on a server, over one channel. */
final class RemoteFolder implements Folder {

  private final SftpClient channel;
  private final String folder;

  RemoteFolder(SftpClient channel, String folder) {
    this.channel = channel;
    this.folder = folder;
  }

  @Override
  public List<String> list() throws IOException {
    List<String> names = new ArrayList<>();
    try (SftpClient.CloseableHandle handle = channel.openDir(folder)) {
      List<DirEntry> some = channel.readDir(handle);
      while (some != null && names.size() < LONGEST_LISTING) {
        some.forEach(entry -> names.add(entry.getFilename()));
        some = channel.readDir(handle);
      }
    }
    return names;
  }

  @Override
  public Optional<Attributes> look(String name) throws IOException {
    return lookAt(path(name))
        .map(file -> new Attributes(file.isRegularFile(), file.getSize(), file.getModifyTime()));
  }

  private Optional<SftpClient.Attributes> lookAt(String path) throws IOException {
    try {
      return Optional.of(channel.lstat(path));
    } catch (SftpException e) {
      if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return channel.read(path(name));
  }

  @Override
  public void write(String name, Content content) throws IOException {
    try (OutputStream out =
            channel.write(path(name), OpenMode.Create, OpenMode.Truncate, OpenMode.Write);
        InputStream in = content.open()) {
      in.transferTo(out);
    }
  }

  /**
   * Servers refuse a name that is taken; the look before is for one that would replace silently.
   */
  @Override
  public void move(String from, Folder target, String to) throws IOException {
    String path = ((RemoteFolder) target).path(to);
    if (lookAt(path).isPresent()) {
      throw new SftpException(SftpConstants.SSH_FX_FILE_ALREADY_EXISTS, "the name is taken");
    }
    channel.rename(path(from), path);
  }

  @Override
  public void createIfMissing() throws IOException {
    if (lookAt(folder).isEmpty()) {
      channel.mkdir(folder);
    }
  }

  private String path(String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }
}
