package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.exchange.Commissioning;
import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.SitePack;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.NewVersion;
import io.enforcement.gateway.routes.store.PackStore.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Installs, rolls back and removes packs. Every change is a new version, audited, and in service on
 * this node when the call returns; on other nodes a second later. Thread-safe.
 */
@Component
class Packs {

  private static final String SITE = "gateway.yaml, secrets/";

  /** The digest of a version that takes a partner out of service. */
  private static final String NOTHING = "none";

  private final PackCheck check;
  private final PartnerCatalog catalog;
  private final Commissioning commissioning;
  private final PackStore store;
  private final PackShelf shelf;
  private final PackWatch watch;
  private final AddedWords words;

  Packs(
      PackCheck check,
      PartnerCatalog catalog,
      Commissioning commissioning,
      PackStore store,
      PackShelf shelf,
      PackWatch watch,
      AddedWords words) {
    this.check = check;
    this.catalog = catalog;
    this.commissioning = commissioning;
    this.store = store;
    this.shelf = shelf;
    this.watch = watch;
    this.words = words;
  }

  /**
   * What came of an installation.
   *
   * @param version null when there were errors, and nothing was installed
   * @param problems all that was found
   */
  record Result(String partner, Integer version, Instant inForceFrom, List<PackProblem> problems) {

    boolean isInstalled() {
      return version != null;
    }
  }

  /**
   * Installs a pack.
   *
   * @param from when it begins; null for at once
   * @param withoutWords whether it may lack words that reviewers added to the version in force
   */
  synchronized Result install(
      String id, PackFiles pack, Instant from, String person, boolean withoutWords) {
    List<PackProblem> problems = problems(id, pack, withoutWords);
    if (problems.stream().anyMatch(PackProblem::isError)) {
      return new Result(id, null, null, problems);
    }
    return add(new NewVersion(id, pack.digest(), pack.toZip(), from, "install"), person, problems);
  }

  /** Installs the version in force with a word more. */
  Result amend(String id, PackFiles pack, CodeLists.Row row, String person) {
    List<PackProblem> problems = problems(id, pack, false);
    if (problems.stream().anyMatch(PackProblem::isError)) {
      return new Result(id, null, null, problems);
    }
    toCome(id, row).ifPresent(problems::add);
    return add(
        new NewVersion(id, pack.digest(), pack.toZip(), null, AddedWords.origin(row.table())),
        person,
        problems);
  }

  /** A version that has not begun yet does not know of a word that is added now. */
  private Optional<PackProblem> toCome(String id, CodeLists.Row row) {
    Instant now = Instant.now();
    return store.versions(id).stream()
        .filter(v -> !v.removal() && v.withdrawnAt() == null && v.inForceFrom().isAfter(now))
        .filter(v -> !AddedWords.knows(shelf.files(v), row.table(), row.from()))
        .findFirst()
        .map(
            later ->
                PackCheck.problem(
                    PackProblem.Severity.WARNING,
                    row.table() + ".csv",
                    LocaleContextHolder.getLocale(),
                    "word.later",
                    later.version(),
                    later.inForceFrom()));
  }

  /**
   * All that stands against this pack, here: in itself, with what the site says of it, and with the
   * words that reviewers added.
   *
   * @param withoutWords whether it may lack such words; then this is only said
   */
  List<PackProblem> problems(String id, PackFiles pack, boolean withoutWords) {
    List<PackProblem> problems = problems(id, pack);
    PackProblem.Severity severity =
        withoutWords ? PackProblem.Severity.WARNING : PackProblem.Severity.ERROR;
    words
        .missing(id, pack)
        .forEach(word -> problems.add(word.problem(severity, LocaleContextHolder.getLocale())));
    return problems;
  }

  private List<PackProblem> problems(String id, PackFiles pack) {
    if (catalog.isShipped(id) && pack.names().contains(PackFiles.SETTINGS)) {
      throw ProblemException.of(ProblemCode.CONFLICT, "partner", "pack.shipped");
    }
    List<PackProblem> problems =
        catalog.isShipped(id)
            ? new ArrayList<>()
            : new ArrayList<>(check.check(pack, LocaleContextHolder.getLocale()));
    if (problems.stream().noneMatch(PackProblem::isError)) {
      try {
        faults(id, pack).forEach(problems::add);
      } catch (IllegalArgumentException e) {
        // The trial says it.
      }
    }
    if (problems.stream().noneMatch(PackProblem::isError)) {
      try {
        commissioning.trial(id, SitePack.atOnce(pack));
      } catch (RuntimeException e) {
        problems.add(
            new PackProblem(
                PackProblem.Severity.ERROR, PackFiles.SETTINGS, 0, e.getMessage(), SITE));
      }
    }
    return problems;
  }

  private List<PackProblem> faults(String id, PackFiles pack) {
    Locale language = LocaleContextHolder.getLocale();
    return catalog.faults(id, pack).stream()
        .map(fault -> fault.text(language))
        .map(
            text ->
                PackCheck.problem(
                    PackProblem.Severity.ERROR, PackFiles.SETTINGS, language, "site", text, id))
        .toList();
  }

  /**
   * Puts an earlier version into service again, as a new one.
   *
   * @param to its number; null for the one before
   */
  synchronized Result rollBack(String id, Integer to, String person) {
    Version now = inForce(id).orElseThrow(() -> notInstalled(id));
    Version target =
        (to == null ? store.before(now) : store.version(id, to))
            .filter(version -> !version.removal())
            .orElseThrow(
                () -> ProblemException.of(ProblemCode.CONFLICT, "version", "pack.no-such-version"));
    PackFiles files = shelf.files(target);
    List<PackProblem> problems = problems(id, files, true);
    if (problems.stream().anyMatch(PackProblem::isError)) {
      return new Result(id, null, null, problems);
    }
    return add(
        new NewVersion(id, target.digest(), files.toZip(), null, AddedWords.originOf(target)),
        person,
        problems);
  }

  /** Takes a pack out of service; a shipped partner is then as it was shipped. */
  synchronized Result remove(String id, String person) {
    inForce(id).filter(version -> !version.removal()).orElseThrow(() -> notInstalled(id));
    return add(new NewVersion(id, NOTHING, null, null, "removal"), person, List.of());
  }

  /** Withdraws a version that has not begun. */
  void withdraw(String id, int version, String person) {
    if (!store.withdraw(id, version, person)) {
      throw ProblemException.of(ProblemCode.CONFLICT, "version", "pack.has-begun");
    }
  }

  /** The files that are in force; none where a shipped partner was never amended. */
  Optional<PackFiles> files(String id) {
    return inForce(id).filter(version -> !version.removal()).map(shelf::files);
  }

  /**
   * The versions of a partner, the latest first; none of one that was never installed.
   *
   * @throws ProblemException {@code NOT_FOUND} when nobody knows the partner
   */
  List<Version> versions(String id) {
    List<Version> versions = store.versions(id);
    if (versions.isEmpty() && !catalog.knows(id)) {
      throw ProblemException.of(ProblemCode.NOT_FOUND, "id", "pack.partner-unknown");
    }
    return versions;
  }

  private ProblemException notInstalled(String id) {
    return ProblemException.of(
        ProblemCode.NOT_FOUND,
        "id",
        catalog.knows(id) ? "pack.no-such-version" : "pack.partner-unknown");
  }

  private Optional<Version> inForce(String id) {
    return Optional.ofNullable(store.inForce().get(id))
        .flatMap(version -> store.version(id, version));
  }

  private Result add(NewVersion added, String person, List<PackProblem> problems) {
    int number = store.add(added, person);
    watch.look();
    Version version = store.version(added.partner(), number).orElseThrow();
    return new Result(added.partner(), number, version.inForceFrom(), problems);
  }
}
