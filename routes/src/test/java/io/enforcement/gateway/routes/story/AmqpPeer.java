package io.enforcement.gateway.routes.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A partner's AMQP client that is not Java: Debian's Python binding of Qpid Proton. */
final class AmqpPeer {

  /** Debian's own; another may come first on the path. */
  static final String PYTHON = "/usr/bin/python3";

  private final Path script;
  private final String url;
  private final Path trusted;

  /** How the client ended. */
  record Ended(int code, String output, String error) {}

  AmqpPeer(Path directory, int port, ClientCertificate server) {
    script = directory.resolve("peer.py");
    url = "amqps://127.0.0.1:" + port;
    trusted = server.certificate();
    try (InputStream in = AmqpPeer.class.getResourceAsStream("/story/amqp/peer.py")) {
      Files.copy(in, script);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Ended sends(ClientCertificate as, String queue, String key, byte[] body) {
    return run(as, "send", queue, body, key);
  }

  Ended takes(ClientCertificate as, String queue) {
    return run(as, "take", queue, new byte[0]);
  }

  Ended rejects(ClientCertificate as, String queue) {
    return run(as, "reject", queue, new byte[0]);
  }

  private Ended run(ClientCertificate as, String what, String queue, byte[] in, String... more) {
    List<String> command = new ArrayList<>(List.of(PYTHON, script.toString(), what, url, queue));
    command.add(trusted.toString());
    command.addAll(
        as == null ? List.of("-", "-") : List.of(as.certificate().toString(), as.key().toString()));
    command.addAll(List.of(more));
    try {
      Process process = new ProcessBuilder(command).start();
      try (var out = process.getOutputStream()) {
        out.write(in);
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the AMQP client does not end");
      }
      return new Ended(process.exitValue(), output, error);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
