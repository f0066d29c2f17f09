package io.enforcement.gateway.connectors.file;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.sftp.SftpPartner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Somebody who exchanges files with us over one folder of this test. */
public interface FarSide extends AutoCloseable {

  String via();

  ConnectorSettings settings(String... more);

  @Override
  void close() throws IOException;

  /** The sides that the same rules must hold against. */
  enum Kind {
    EMBEDDED_SFTP,
    OPENSSH,
    FOLDER;

    public FarSide over(Path home) throws IOException {
      return switch (this) {
        case EMBEDDED_SFTP -> embedded(home);
        case OPENSSH -> new OpenSshServer(home);
        case FOLDER -> folder(home);
      };
    }
  }

  private static FarSide embedded(Path home) throws IOException {
    SftpPartner partner = new SftpPartner(home);
    return new FarSide() {
      @Override
      public String via() {
        return "sftp";
      }

      @Override
      public ConnectorSettings settings(String... more) {
        return partner.settings(more);
      }

      @Override
      public void close() throws IOException {
        partner.close();
      }
    };
  }

  private static FarSide folder(Path home) {
    return new FarSide() {
      @Override
      public String via() {
        return "filedrop";
      }

      @Override
      public ConnectorSettings settings(String... more) {
        Map<String, String> values =
            new HashMap<>(Map.of("root", home.toString(), "directory", "box"));
        for (int i = 0; i < more.length; i += 2) {
          values.put(more[i], more[i + 1]);
        }
        return new ConnectorSettings("city-management", values, name -> new Secret("unused"));
      }

      @Override
      public void close() {
        // A folder needs no farewell.
      }
    };
  }
}
