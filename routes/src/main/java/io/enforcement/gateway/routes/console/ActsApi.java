package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.province.extract.ExtractFile;
import io.enforcement.gateway.routes.province.extract.Extracts;
import io.enforcement.gateway.routes.province.extract.Format;
import io.enforcement.gateway.routes.province.extract.Question;
import io.enforcement.gateway.routes.province.extract.StandingActs;
import io.enforcement.gateway.routes.province.store.ActStore.Act;
import io.enforcement.gateway.routes.province.store.ExtractStore;
import io.enforcement.gateway.routes.province.store.ExtractStore.Extract;
import io.enforcement.gateway.routes.security.ReadingAs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Acts of the provincial database as they stand, and extracts of them as files. Parameters of a
 * question are alike everywhere: {@code source}, {@code area}, {@code from} and {@code to} (days of
 * the act), {@code f.column=value}, {@code personal=true} for personal values, masked. A regional
 * data officer sees the sources of the own region, and no personal values.
 */
@RestController
@ConditionalOnProperty("gateway.province.enabled")
class ActsApi {

  private static final int MOST = 500;
  private static final String OWN = "f.";
  private static final String RULE = "request.acts";
  private static final String DONE = "DONE";

  private final StandingActs acts;
  private final Extracts extracts;
  private final ExtractStore store;
  private final ExtractFile file;
  private final SourceReaders readers;

  ActsApi(
      StandingActs acts,
      Extracts extracts,
      ExtractStore store,
      ExtractFile file,
      SourceReaders readers) {
    this.acts = acts;
    this.extracts = extracts;
    this.store = store;
    this.file = file;
    this.readers = readers;
  }

  /** A column as it is described. */
  record Described(String name, String type, String zh, String en) {}

  /** How many acts there are. */
  record Count(long rows) {}

  /**
   * What is wanted as a file.
   *
   * @param personal with personal values, masked; no when absent
   * @param equal values that columns must have, by the name of the column
   */
  record Wanted(
      String kind,
      String format,
      String source,
      String area,
      LocalDate from,
      LocalDate to,
      Boolean personal,
      Map<String, String> equal) {}

  /** An extract as it is shown to the person who asked for it. */
  record Shown(
      UUID id,
      String format,
      String state,
      Instant askedAt,
      long counted,
      long written,
      Instant endedAt,
      String why) {

    static Shown of(Extract extract) {
      return new Shown(
          extract.id(),
          extract.format(),
          extract.state(),
          extract.askedAt(),
          extract.counted(),
          extract.written(),
          extract.endedAt(),
          extract.why());
    }
  }

  /** The columns of a kind that everybody sees. */
  @GetMapping("/api/v1/acts/{kind}/columns")
  List<Described> columns(@PathVariable String kind) {
    Question question = new Question(kind, false, null, null, null, null, null);
    return fitting(question).columns().stream()
        .map(c -> new Described(c.name(), c.type(), c.label().zh(), c.label().en()))
        .toList();
  }

  /**
   * Acts in the order of their keys.
   *
   * @param after key of the last one that was read
   */
  @GetMapping("/api/v1/acts/{kind}")
  List<Act> page(
      @PathVariable String kind,
      @RequestParam Map<String, String> all,
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate to,
      @RequestParam(defaultValue = "false") boolean personal,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit,
      Authentication caller) {
    if (limit < 1 || limit > MOST) {
      throw unfit("limit");
    }
    return acts.page(question(kind, all, from, to, personal, caller), after, limit);
  }

  /** How many there are, before anybody reads them. */
  @GetMapping("/api/v1/acts/{kind}/count")
  Count count(
      @PathVariable String kind,
      @RequestParam Map<String, String> all,
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate to,
      Authentication caller) {
    return new Count(acts.count(question(kind, all, from, to, false, caller)));
  }

  /** Counts, and makes a file in the background. */
  @PostMapping("/api/v1/extracts")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Shown ask(@RequestBody Wanted wanted, Authentication caller) {
    Format format =
        Arrays.stream(Format.values())
            .filter(each -> each.name().equals(wanted.format()))
            .findFirst()
            .orElseThrow(() -> unfit("format"));
    Question question =
        fitting(
            new Question(
                wanted.kind(),
                permitted(Boolean.TRUE.equals(wanted.personal()), caller),
                sources(caller, wanted.source()),
                wanted.area(),
                wanted.from(),
                wanted.to(),
                wanted.equal()));
    long counted = acts.count(question);
    if (counted > Extracts.MOST) {
      throw unfit("from");
    }
    return extracts
        .ask(question, format, counted, caller.getName())
        .map(Shown::of)
        .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
  }

  /** What the caller asked for, the latest first. */
  @GetMapping("/api/v1/extracts")
  List<Shown> mine(Authentication caller) {
    return store.of(caller.getName(), MOST).stream().map(Shown::of).toList();
  }

  @GetMapping("/api/v1/extracts/{id}")
  Shown one(@PathVariable UUID id, Authentication caller) {
    return Shown.of(own(id, caller));
  }

  /** The file; 409 as long as it is not made, or when its time is over. */
  @GetMapping("/api/v1/extracts/{id}/file")
  void file(@PathVariable UUID id, Authentication caller, HttpServletResponse response)
      throws IOException {
    Extract extract = own(id, caller);
    if (!extract.state().equals(DONE)) {
      throw ProblemException.of(ProblemCode.CONFLICT);
    }
    Format format = Format.valueOf(extract.format());
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("extract-%s.%s".formatted(extract.id(), format.ending()))
            .build()
            .toString());
    file.write(extract, caller.getName(), response.getOutputStream());
  }

  private Extract own(UUID id, Authentication caller) {
    return store
        .find(id)
        .filter(extract -> extract.askedBy().equals(caller.getName()))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private Question question(
      String kind,
      Map<String, String> all,
      LocalDate from,
      LocalDate to,
      boolean personal,
      Authentication caller) {
    Map<String, String> equal =
        all.entrySet().stream()
            .filter(each -> each.getKey().startsWith(OWN))
            .collect(
                Collectors.toMap(
                    each -> each.getKey().substring(OWN.length()), Map.Entry::getValue));
    return fitting(
        new Question(
            kind,
            permitted(personal, caller),
            sources(caller, all.get("source")),
            all.get("area"),
            from,
            to,
            equal));
  }

  private static boolean permitted(boolean personal, Authentication caller) {
    if (personal && ReadingAs.region(caller).isPresent()) {
      throw ProblemException.of(ProblemCode.FORBIDDEN);
    }
    return personal;
  }

  private Collection<String> sources(Authentication caller, String source) {
    return readers.seen(caller, Optional.ofNullable(source)).orElse(null);
  }

  private static Question fitting(Question question) {
    question
        .unfit()
        .ifPresent(
            path -> {
              throw unfit(path);
            });
    return question;
  }

  private static ProblemException unfit(String path) {
    return ProblemException.of(ProblemCode.UNPROCESSABLE, path, RULE);
  }
}
