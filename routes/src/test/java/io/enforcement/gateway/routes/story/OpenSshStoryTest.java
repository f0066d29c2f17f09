package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.file.OpenSshServer;
import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Files over SFTP with a server that is not ours: OpenSSH's, which lets us in by our key. */
@Peer(value = "openssh-server", program = "sshd")
class OpenSshStoryTest extends FileExchangeStories {

  private static FilePartner department;
  private static OpenSshServer server;
  private static StoryGateway gateway;

  OpenSshStoryTest() {
    super(gateway, "garage", department, "warehouse", department, Paper.WAREHOUSE);
  }

  @BeforeAll
  static void start(@TempDir Path directory) throws IOException {
    // For its folders and its clerk; its own server has no callers.
    department =
        new FilePartner(
            "city-management",
            directory,
            "nobody",
            new Secret("nobody-calls"),
            List.of(FilePartner.OUT));
    server = new OpenSshServer(StorySite.files(department));
    gateway = StoryGateway.with(OpenSshStoryTest::settings);
  }

  private static Map<String, Object> settings(StorySite site) {
    site.installCityLike("garage", "sftp");
    site.installArchiveLike("warehouse", "sftp", Paper.WAREHOUSE);
    ConnectorSettings known = server.settings("credentials", "transport-key");
    site.writeSecret("transport-key", server.settings().secret("credentials").reveal());
    Map<String, String> settings = new HashMap<>(known.values());
    settings.remove("directory");
    int port = Integer.parseInt(settings.get("port"));
    settings.put("port", Integer.toString(site.layWire("garage", () -> port).port()));
    return StorySite.morePartners()
        .with("garage", settings, StorySite.poll(), Map.of("uscc", StorySite.CITY_USCC))
        .with("warehouse", settings)
        .settings();
  }

  @Override
  void cutOff() {
    gateway.wireTo("garage").cut();
  }

  @Override
  void reconnect() {
    gateway.wireTo("garage").mend();
  }

  @AfterEach
  void reset() {
    gateway.reset();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    server.close();
    department.close();
  }
}
