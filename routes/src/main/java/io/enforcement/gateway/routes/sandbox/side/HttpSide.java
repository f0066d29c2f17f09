package io.enforcement.gateway.routes.sandbox.side;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Platform;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner.Answer;
import io.enforcement.gateway.routes.sandbox.farside.Proof;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A partner that posts, and that is called over HTTP or fetches. */
public final class HttpSide implements FarSide {

  private static final String SOAP = "soap";

  private final String id;
  private final Platform platform;
  private final Secret secret;
  private final Proof proof;
  private final Supplier<URI> gateway;
  private final HttpClient client;
  private final boolean fetches;
  private final Map<String, String> settings = new HashMap<>();

  /**
   * @param account the name under which the gateway calls
   * @param proof of what the partner posts
   * @param gateway known once there is something to send
   * @param client what posts
   * @param vias how it receives: {@code rest}, {@code soap}, {@code outbox} when it fetches
   */
  public HttpSide(
      String id,
      Path directory,
      String account,
      Secret secret,
      Proof proof,
      Supplier<URI> gateway,
      HttpClient client,
      Set<String> vias) {
    this.client = client;
    this.id = id;
    this.secret = secret;
    this.proof = proof;
    this.gateway = gateway;
    fetches = vias.contains("outbox");
    platform = new Platform(id, directory, account, secret);
    settings.put("endpoint", "http://127.0.0.1:" + platform.port());
    settings.put("allow-loopback", "true");
    settings.put("app-key", account);
    settings.put("user", account);
    if (vias.contains(SOAP)) {
      settings.put("accepted", "code=0");
      settings.put("auth", "username-token");
    } else {
      settings.put("accepted", "/code=OK");
    }
  }

  @Override
  public SandboxPartner partner() {
    return platform;
  }

  @Override
  public Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  @Override
  public Submission send(Sending sending, String key, byte[] document) throws InterruptedException {
    PostingPartner sender = sender();
    Answer answer =
        sending.via().equals(SOAP)
            ? sender.call(key, document)
            : sender.post(sending.exchange(), key, sending.contentType(), document);
    return new Submission(
        answer.status() == 202 || answer.status() == 200, key, answer.status(), answer.rule());
  }

  @Override
  public Fate fate(Sending sending, String name) {
    // The answer has said it.
    return Fate.TAKEN;
  }

  @Override
  public int look() throws InterruptedException {
    boolean there = platform.behaviour().kind() != Behaviour.Kind.DOWN;
    return fetches && there ? sender().fetch(platform) : 0;
  }

  @Override
  public Optional<byte[]> arrived(String exchange, String key, byte[] expected) {
    return platform.arrived(key);
  }

  private PostingPartner sender() {
    return new PostingPartner(gateway.get(), id, secret, proof, client);
  }
}
