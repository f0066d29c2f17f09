package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Platform;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A guest that posts, and that is called over HTTP or fetches. */
final class HttpSide implements FarSide {

  private static final String OUTBOX = "outbox";
  private static final Map<String, Map<String, String>> WAYS =
      Map.of(
          "rest",
          Map.of("path", "/records", "accepted", "/code=OK"),
          "soap",
          Map.of(
              "path",
              "/soap",
              "accepted",
              "code=0",
              "auth",
              "username-token",
              "user",
              Tour.GATEWAY),
          OUTBOX,
          Map.of());

  private final Guest guest;
  private final Platform platform;
  private final Secret secret;
  private final Supplier<URI> gateway;

  /**
   * @param gateway known once there is something to send
   */
  HttpSide(Guest guest, Path directory, Secret secret, Supplier<URI> gateway) {
    this.guest = guest;
    this.secret = secret;
    this.gateway = gateway;
    platform = new Platform(guest.id(), directory, Tour.GATEWAY, secret);
  }

  @Override
  public SandboxPartner partner() {
    return platform;
  }

  @Override
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(WAYS.get(guest.via()));
    settings.put("endpoint", "http://127.0.0.1:" + platform.port());
    settings.put("allow-loopback", "true");
    return settings;
  }

  @Override
  public boolean send(Tour.Sending sending, String key, byte[] document)
      throws InterruptedException {
    PostingPartner sender = sender();
    int status =
        sending.via().equals("soap")
            ? sender.call(key, document)
            : sender.post(sending.exchange(), key, sending.contentType(), document);
    return status == 202 || status == 200;
  }

  @Override
  public int look() throws InterruptedException {
    return guest.via().equals(OUTBOX) ? sender().fetch(platform) : 0;
  }

  private PostingPartner sender() {
    return new PostingPartner(gateway.get(), guest.id(), secret);
  }
}
