package io.enforcement.gateway.routes.attachment;

import io.enforcement.gateway.routes.attachment.Uploads.Upload;
import io.enforcement.gateway.routes.audit.AuditWatch;
import io.enforcement.gateway.routes.brake.DiskWatch;
import io.enforcement.gateway.routes.exchange.WakeUps;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.security.Quota;
import io.enforcement.gateway.routes.spool.AttachmentSettings;
import io.enforcement.gateway.routes.spool.ContentDigest;
import io.enforcement.gateway.routes.store.AttachmentStore;
import io.enforcement.gateway.routes.store.HeldFile;
import io.enforcement.gateway.routes.store.ReleasedFileStore;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The door for files, of which each is its digest: {@code PUT} brings one, {@code HEAD} tells how
 * much of it is here, {@code PATCH} brings the rest, {@code GET} fetches it, {@code POST
 * …/confirmation} says that it arrived. The sender of a request is proven by the filter in front; a
 * body is read here only, as a stream. Who may not have a file cannot tell whether it is here.
 * Thread-safe.
 */
@Component
class AttachmentDoor extends HttpServlet {

  static final String PATH = "/api/v1/attachments/*";

  private static final long serialVersionUID = 1L;

  private static final String CONFIRMATION = "/confirmation";
  private static final String OFFSET = "Upload-Offset";

  /** As resumable uploads have it at the IETF: a boolean of structured fields (RFC 9651). */
  private static final String COMPLETE = "Upload-Complete";

  private static final int MOST_DIGITS = 12;

  private final transient Uploads uploads;
  private final transient Download download;
  private final transient AttachmentStore store;
  private final transient ReleasedFileStore released;
  private final transient AttachmentSettings settings;
  private final transient PartnerCatalog catalog;
  private final transient Quota quota;
  private final transient NonceStore nonces;
  private final transient WakeUps wakeUps;
  private final transient AuditWatch audit;
  private final transient DiskWatch disks;

  AttachmentDoor(
      Uploads uploads,
      Download download,
      AttachmentStore store,
      ReleasedFileStore released,
      AttachmentSettings settings,
      PartnerCatalog catalog,
      Quota quota,
      NonceStore nonces,
      WakeUps wakeUps,
      AuditWatch audit,
      DiskWatch disks) {
    this.uploads = uploads;
    this.download = download;
    this.store = store;
    this.released = released;
    this.settings = settings;
    this.catalog = catalog;
    this.quota = quota;
    this.nonces = nonces;
    this.wakeUps = wakeUps;
    this.audit = audit;
    this.disks = disks;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    PartnerRequest signed = PartnerRequest.of(request).orElseThrow();
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    boolean confirmation = path.endsWith(CONFIRMATION);
    String name = path.substring(0, path.length() - (confirmation ? CONFIRMATION.length() : 0));
    ContentDigest digest =
        ContentDigest.of(name.startsWith("/") ? name.substring(1) : name)
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    if (confirmation) {
      confirm(signed, digest, request, response);
      return;
    }
    switch (request.getMethod()) {
      case "PUT" -> take(signed, digest, 0, request, response);
      case "PATCH" -> take(signed, digest, offset(request), request, response);
      case "HEAD" -> tell(signed, digest, response);
      case "GET" -> download.answer(signed.partner(), digest, request, response);
      default -> throw notAllowed("GET, HEAD, PUT, PATCH");
    }
  }

  private void take(
      PartnerRequest signed,
      ContentDigest digest,
      long offset,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    audit.requireExported();
    disks.requireRoom();
    String partner = signed.partner();
    if (!quota.tryTake(partner, catalog.partner(partner).orElseThrow().messagesPerSecond())) {
      throw Uploads.ending(ProblemException.overQuota(Duration.ofSeconds(1)));
    }
    String mediaType = accepted(request.getContentType());
    if (request.getContentLengthLong() > settings.maxBytes() - offset) {
      throw uploads.tooLarge();
    }
    Upload upload = new Upload(partner, digest, mediaType, offset, signed.bodySha256());
    HeldFile file = uploads.take(upload, request.getInputStream());
    response.setStatus(HttpServletResponse.SC_CREATED);
    progress(file.size(), true, response);
  }

  /**
   * How much of the caller's own upload is here, or whether it may fetch the file. All bytes may be
   * here and the file not yet taken, when the process died in between: then the rest is empty.
   */
  private void tell(PartnerRequest signed, ContentDigest digest, HttpServletResponse response) {
    long unfinished = uploads.offset(signed.partner(), digest);
    HeldFile brought = store.broughtBy(signed.partner(), digest.toString()).orElse(null);
    if (brought != null) {
      progress(brought.size(), true, response);
    } else if (unfinished > 0) {
      progress(unfinished, false, response);
    } else {
      download.describe(download.require(signed.partner(), digest), digest, response);
    }
  }

  private static void progress(long bytes, boolean complete, HttpServletResponse response) {
    response.setHeader(OFFSET, Long.toString(bytes));
    response.setHeader(COMPLETE, complete ? "?1" : "?0");
  }

  /** The body is the digest that the receiver computed of what it has. */
  private void confirm(
      PartnerRequest signed,
      ContentDigest digest,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!request.getMethod().equals("POST")) {
      throw notAllowed("POST");
    }
    if (signed.nonce() != null
        && !nonces.firstUse(signed.partner(), signed.nonce(), signed.timestamp())) {
      throw NonceStore.usedBefore();
    }
    if (!digest.toString().equals(new String(signed.body(), StandardCharsets.UTF_8).strip())) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "", "attachment.confirmation");
    }
    if (!released.confirm(signed.partner(), digest.toString())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    wakeUps.wake(WakeUps.outQueue(signed.partner()), "files confirmed");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private String accepted(String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
      if (settings.accepts(type)) {
        return AttachmentSettings.plain(type);
      }
    } catch (InvalidMediaTypeException e) {
      throw wrongType();
    }
    throw wrongType();
  }

  private ProblemException wrongType() {
    return Uploads.ending(
        ProblemException.of(
            ProblemCode.WRONG_TYPE,
            "Content-Type",
            "attachment.media-type",
            String.join(", ", settings.mediaTypes())));
  }

  private static long offset(HttpServletRequest request) {
    String offset = request.getHeader(OFFSET);
    if (offset == null || offset.length() > MOST_DIGITS || !offset.matches("[1-9][0-9]*")) {
      throw Uploads.ending(ProblemException.of(ProblemCode.CONFLICT, OFFSET, "attachment.offset"));
    }
    return Long.parseLong(offset);
  }

  private static ProblemException notAllowed(String methods) {
    return ProblemException.of(ProblemCode.METHOD_NOT_ALLOWED).withHeader("Allow", methods);
  }
}
