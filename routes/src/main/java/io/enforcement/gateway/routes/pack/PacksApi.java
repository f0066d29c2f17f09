package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The versions of a partner's pack over HTTP: a pack goes in as the bytes of a zip file. The rights
 * stand with the security chains.
 */
@RestController
@RequestMapping("/api/v1/partners/{id}")
class PacksApi {

  /** Of the zip file; unpacked there may be more, bounded by {@link PackFiles}. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final String ID = "[a-z0-9][a-z0-9-]{0,62}";

  private final Packs packs;
  private final DryRun dryRun;

  private final CodeLists codeLists;

  PacksApi(Packs packs, DryRun dryRun, CodeLists codeLists) {
    this.packs = packs;
    this.dryRun = dryRun;
    this.codeLists = codeLists;
  }

  /** A version as it is shown. */
  record Shown(
      int version,
      String digest,
      String origin,
      boolean removal,
      Instant inForceFrom,
      Instant installedAt,
      String installedBy,
      Instant withdrawnAt) {}

  @GetMapping("/versions")
  List<Shown> versions(@PathVariable String id) {
    return packs.versions(named(id)).stream()
        .map(
            v ->
                new Shown(
                    v.version(),
                    v.digest(),
                    v.origin(),
                    v.removal(),
                    v.inForceFrom(),
                    v.installedAt(),
                    v.installedBy(),
                    v.withdrawnAt()))
        .toList();
  }

  @PostMapping(path = "/versions", consumes = "application/zip")
  ResponseEntity<Packs.Result> install(
      @PathVariable String id,
      @RequestParam(required = false) Instant from,
      @RequestParam(defaultValue = "false") boolean withoutAddedWords,
      HttpServletRequest request,
      Principal person)
      throws IOException {
    return answer(
        packs.install(named(id), pack(request), from, person.getName(), withoutAddedWords));
  }

  /** What the pack would change in what came and went last; nothing is installed. */
  @PostMapping(path = "/versions/dry-run", consumes = "application/zip")
  DryRun.Report dryRun(
      @PathVariable String id,
      @RequestParam(defaultValue = "100") int messages,
      HttpServletRequest request)
      throws IOException {
    PackFiles pack = pack(request);
    List<PackProblem> problems = packs.problems(named(id), pack, true);
    return problems.stream().anyMatch(PackProblem::isError)
        ? new DryRun.Report(id, problems, List.of())
        : dryRun.of(id, pack, Math.min(messages, DryRun.MOST), problems);
  }

  @PostMapping("/versions/roll-back")
  ResponseEntity<Packs.Result> rollBack(
      @PathVariable String id, @RequestParam(required = false) Integer to, Principal person) {
    return answer(packs.rollBack(id, to, person.getName()));
  }

  @PostMapping("/versions/removal")
  ResponseEntity<Packs.Result> remove(@PathVariable String id, Principal person) {
    return answer(packs.remove(id, person.getName()));
  }

  @DeleteMapping("/versions/{version}")
  ResponseEntity<Void> withdraw(
      @PathVariable String id, @PathVariable int version, Principal person) {
    packs.withdraw(id, version, person.getName());
    return ResponseEntity.noContent().build();
  }

  /** Adds a word to a code list and replays what waited for it. */
  @PostMapping("/codes")
  ResponseEntity<?> addCode(
      @PathVariable String id, @RequestBody CodeLists.Row row, Principal person) {
    CodeLists.Added added = codeLists.add(named(id), row, person.getName());
    return added.installed().isInstalled()
        ? ResponseEntity.status(HttpStatus.CREATED).body(added)
        : answer(added.installed());
  }

  private static HttpStatus status(Packs.Result result) {
    return result.isInstalled() ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  private static ResponseEntity<Packs.Result> answer(Packs.Result result) {
    return ResponseEntity.status(status(result)).body(result);
  }

  private static String named(String id) {
    if (!id.matches(ID)) {
      throw ProblemException.of(ProblemCode.MALFORMED, "id", "pack.partner-id");
    }
    return id;
  }

  private static PackFiles pack(HttpServletRequest request) throws IOException {
    byte[] zip = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (zip.length > MOST_BYTES) {
      throw ProblemException.of(ProblemCode.TOO_LARGE);
    }
    try {
      return PackFiles.ofZip(zip);
    } catch (PackFiles.Unreadable e) {
      throw ProblemException.of(
          ProblemCode.UNPROCESSABLE, "", "pack.unreadable", e.text(Locale.getDefault()));
    }
  }
}
