package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.wire.HttpListener;
import io.enforcement.gateway.benchmarks.wire.HttpListener.Reply;
import io.enforcement.gateway.benchmarks.wire.HttpMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * The receiver that must have the files: it takes notices, fetches what they name, proves it and
 * confirms it, through every restart. Beside it stands somebody who may not have them and tries.
 */
final class AttachmentReceiver implements AutoCloseable {

  private static final Reply DONE = Reply.of(200, "{\"status\":\"OK\"}");
  private static final int OK = 200;

  private final AttachmentLedger ledger;
  private final HttpListener listener;
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final BlockingQueue<String> named = new LinkedBlockingQueue<>();
  private Thread worker;

  AttachmentReceiver(String partner, AttachmentLedger ledger) throws IOException {
    this.ledger = ledger;
    this.listener = new HttpListener(partner, this::taken);
  }

  String address() {
    return "http://127.0.0.1:" + listener.port() + "/records";
  }

  private Reply taken(HttpMessage request) {
    String digest = JsonMapper.shared().readTree(request.body()).path("file").asString();
    String key = request.headers().get("idempotency-key");
    String before = keys.putIfAbsent(digest, key);
    if (before == null) {
      named.add(digest);
    } else if (!before.equals(key)) {
      ledger.note(FileFate.TOLD_TWICE, digest);
    }
    return DONE;
  }

  /** Begins to fetch; {@code other} has no delivery that names the files. */
  void start(AttachmentClient own, AttachmentClient other) {
    worker = new Thread(() -> work(own, other), "attachment-receiver");
    worker.setDaemon(true);
    worker.start();
  }

  private void work(AttachmentClient own, AttachmentClient other) {
    try {
      while (true) {
        String digest = named.take();
        while (!fetched(own, other, digest)) {
          Pace.pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean fetched(AttachmentClient own, AttachmentClient other, String digest)
      throws InterruptedException {
    try {
      HttpResponse<byte[]> file = own.fetch(digest);
      if (file.statusCode() != OK) {
        return false;
      }
      if (!AttachmentClient.digest(file.body()).equals(digest)) {
        ledger.note(FileFate.SPOILT, digest);
        return false;
      }
      ledger.note(FileFate.FETCHED, digest);
      if (other.fetch(digest).statusCode() == OK) {
        ledger.note(FileFate.LEAKED, digest);
      }
      if (own.confirm(digest) / 100 != 2) {
        return false;
      }
      ledger.note(FileFate.CONFIRMED, digest);
      return true;
    } catch (IOException killed) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (worker != null) {
      worker.interrupt();
    }
    listener.close();
  }
}
