package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.edition.Edition;
import io.enforcement.gateway.standards.edition.EditionFile;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The standard for partners to download, at addresses that stay: {@code
 * /standards/<edition>/<path>}. Every answer carries the digest of its bytes ({@code Repr-Digest},
 * RFC 9530); the entity tag is the same digest.
 */
@RestController
class StandardPages {

  private static final String HOME = "/standards/" + Edition.NAME + "/index.html";

  @GetMapping({"/standards", "/standards/", "/standards/" + Edition.NAME + "/"})
  ResponseEntity<Void> door() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(HOME)).build();
  }

  @GetMapping("/standards/" + Edition.NAME + "/{*path}")
  ResponseEntity<byte[]> file(@PathVariable String path) {
    EditionFile file =
        Edition.current()
            .file(path.substring(1))
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
        .header("Repr-Digest", "sha-256=:" + digest + ":")
        .eTag(file.sha256())
        .cacheControl(CacheControl.noCache().cachePublic())
        .body(file.bytes());
  }
}
