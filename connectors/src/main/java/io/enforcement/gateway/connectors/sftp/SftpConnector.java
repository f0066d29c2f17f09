package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;

/**
 * Leaves one delivery as one file (effect class E): written as {@code <key>.<extension>.part}, size
 * checked, renamed to {@code <key>.<extension>}, never onto an existing name, and last the digest
 * beside it, which tells the partner that the file is whole.
 *
 * <p>A partner that takes files away should move them to a folder we may look into (setting {@code
 * done}); else a file taken between our rename and our digest is sent again under the same name.
 *
 * <p>Thread-safe, one delivery key by one thread at a time.
 */
public final class SftpConnector implements Connector {

  private static final byte[] NOTHING = {};

  private final SftpLink link;
  private final String directory;
  private final Optional<String> done;
  private final String extension;

  /**
   * @throws IllegalArgumentException when a setting is missing or wrong
   */
  public SftpConnector(ConnectorSettings settings) {
    directory = SftpSettings.folder(settings, "directory", settings.required("directory"));
    done = settings.optional("done").map(name -> SftpSettings.folder(settings, "done", name));
    extension = settings.optional("extension").orElse("dat");
    if (!FileName.isData("key." + extension)) {
      throw SftpSettings.wrong(settings, "extension", "is not plain letters like xml");
    }
    link = new SftpLink(SftpSettings.of(settings));
  }

  @Override
  public Outcome send(Dispatch dispatch) {
    String name = name(dispatch);
    Upload upload = new Upload(name, dispatch.body());
    try {
      return link.with(
          channel -> {
            RemoteFolder folder = new RemoteFolder(channel, directory);
            if (taken(channel, name)) {
              return new Outcome.Accepted("the partner took it already", NOTHING);
            }
            return upload.into(folder);
          });
    } catch (IOException | RuntimeException e) {
      // Until the rename nothing has the final name, so nothing has reached the partner.
      return upload.visible()
          ? new Outcome.Ambiguous(SftpLink.reason(e), NOTHING)
          : new Outcome.Unavailable(SftpLink.reason(e), NOTHING);
    }
  }

  /** Found means the whole of it: a file that lacks its digest is completed by sending again. */
  @Override
  public Presence ask(Dispatch dispatch) {
    String name = name(dispatch);
    try {
      return link.with(
          channel -> {
            RemoteFolder folder = new RemoteFolder(channel, directory);
            boolean whole =
                folder.look(name).filter(file -> sized(file, dispatch.body())).isPresent()
                    && folder.look(name + FileName.DIGEST).isPresent();
            return whole || taken(channel, name) ? Presence.FOUND : Presence.NOT_FOUND;
          });
    } catch (IOException | RuntimeException e) {
      return Presence.UNKNOWN;
    }
  }

  private boolean taken(SftpClient channel, String name) throws IOException {
    return done.isPresent() && new RemoteFolder(channel, done.get()).look(name).isPresent();
  }

  private static boolean sized(Attributes file, byte[] body) {
    return file.getSize() == body.length;
  }

  private String name(Dispatch dispatch) {
    String name = dispatch.key() + "." + extension;
    if (!FileName.isData(name)) {
      throw new IllegalArgumentException("a delivery key for files is of [A-Za-z0-9._-]");
    }
    return name;
  }

  @Override
  public void close() {
    link.close();
  }

  /** One file on its way, and whether it can be seen under its final name. */
  private static final class Upload {

    private final String name;
    private final byte[] body;
    private boolean visible;

    Upload(String name, byte[] body) {
      this.name = name;
      this.body = body;
    }

    boolean visible() {
      return visible;
    }

    Outcome into(RemoteFolder folder) throws IOException {
      if (folder.look(name).isPresent()) {
        if (!Arrays.equals(folder.read(name, body.length), body)) {
          return new Outcome.Refused("another file has this name", NOTHING);
        }
        visible = true;
      } else {
        String part = name + FileName.PART;
        folder.write(part, body);
        if (folder.look(part).filter(file -> sized(file, body)).isEmpty()) {
          return new Outcome.Unavailable("the server did not keep all bytes", NOTHING);
        }
        visible = true;
        folder.rename(part, name);
      }
      if (folder.look(name + FileName.DIGEST).isEmpty()) {
        folder.write(name + FileName.DIGEST, Digest.sideFile(body, name));
      }
      return new Outcome.Accepted("file and digest are there", NOTHING);
    }
  }
}
