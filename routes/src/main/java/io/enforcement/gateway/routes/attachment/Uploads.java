package io.enforcement.gateway.routes.attachment;

import io.enforcement.gateway.routes.exchange.WakeUps;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.spool.AttachmentSettings;
import io.enforcement.gateway.routes.spool.ContentDigest;
import io.enforcement.gateway.routes.spool.Incoming;
import io.enforcement.gateway.routes.spool.Spool;
import io.enforcement.gateway.routes.store.AttachmentStore;
import io.enforcement.gateway.routes.store.HeldFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Brings files to disk, whole or in pieces. What is kept is what its digest says, or nothing is
 * kept. Thread-safe; one file of one sender is written by one request at a time.
 */
@Component
class Uploads {

  private final Set<Path> underWay = ConcurrentHashMap.newKeySet();
  private final Spool spool;
  private final AttachmentStore store;
  private final AttachmentSettings settings;
  private final WakeUps wakeUps;

  Uploads(Spool spool, AttachmentStore store, AttachmentSettings settings, WakeUps wakeUps) {
    this.spool = spool;
    this.store = store;
    this.settings = settings;
    this.wakeUps = wakeUps;
  }

  /**
   * A file, or the rest of one, as a proven partner sends it.
   *
   * @param offset where the bytes begin; 0 begins anew
   * @param bodySha256 what the signature says of the bytes that come now
   */
  record Upload(
      String sender, ContentDigest digest, String mediaType, long offset, String bodySha256) {}

  /**
   * Takes the bytes up to the end of the file.
   *
   * @throws ProblemException when it may not come, does not end within the bounds, or is not what
   *     its digest says; only a transfer that broke off can be continued
   */
  HeldFile take(Upload upload, InputStream bytes) {
    Path partial = spool.partial(upload.sender(), upload.digest());
    if (!underWay.add(partial)) {
      throw ProblemException.of(ProblemCode.CONFLICT, "", "attachment.under-way");
    }
    try {
      return write(upload, partial, bytes);
    } catch (Incoming.BrokenOff e) {
      throw ending(ProblemException.of(ProblemCode.TIMEOUT));
    } catch (Incoming.TooLarge e) {
      spool.remove(partial);
      throw tooLarge();
    } finally {
      underWay.remove(partial);
    }
  }

  /** How many bytes of an unfinished file are here. */
  long offset(String sender, ContentDigest digest) {
    return spool.held(spool.partial(sender, digest));
  }

  private HeldFile write(Upload upload, Path partial, InputStream bytes) {
    MessageDigest content = upload.digest().computation();
    ContentDigest declared = ContentDigest.ofBody(upload.bodySha256());
    MessageDigest body = declared.computation();
    Incoming incoming = new Incoming(partial, settings.maxBytes(), content, body);
    open(upload, partial, incoming);
    incoming.take(bytes);
    if (!upload.digest().matches(content) || !declared.matches(body)) {
      spool.remove(partial);
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "", "attachment.digest");
    }
    // Before the transaction: a large file takes its time, and nothing else should wait for it.
    spool.force(partial);
    HeldFile file =
        new HeldFile(
            upload.digest().toString(), upload.sender(), incoming.size(), upload.mediaType());
    store
        .keep(file, () -> spool.keep(partial, upload.digest()))
        .forEach(receiver -> wakeUps.wake(WakeUps.outQueue(receiver), "files held"));
    return file;
  }

  private void open(Upload upload, Path partial, Incoming incoming) {
    if (upload.offset() != 0) {
      if (spool.held(partial) != upload.offset()) {
        throw ProblemException.of(ProblemCode.CONFLICT, "Upload-Offset", "attachment.offset");
      }
      incoming.resume();
      return;
    }
    spool.remove(partial);
    if (spool.partials(upload.sender()) >= settings.partialUploads()) {
      throw ending(
          ProblemException.of(
              ProblemCode.OVER_QUOTA,
              "",
              "attachment.unfinished",
              Integer.toString(settings.partialUploads())));
    }
    try {
      Files.createDirectories(partial.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file exceeds the bounds of this gateway. */
  ProblemException tooLarge() {
    return ending(
        ProblemException.of(
            ProblemCode.TOO_LARGE, "", "attachment.size", Long.toString(settings.maxBytes())));
  }

  /** What is left of the body is not read: the connection ends with this answer. */
  static ProblemException ending(ProblemException refusal) {
    return refusal.withHeader("Connection", "close");
  }
}
