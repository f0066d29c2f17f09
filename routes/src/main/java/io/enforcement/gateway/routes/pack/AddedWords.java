package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.pack.check.PackProblem.Severity;
import io.enforcement.gateway.routes.pack.check.TableText;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The words that reviewers added to a partner's code lists since its files were written. Who writes
 * the next version of the files does not know of them; a version without them parks again what
 * waited for them before. Thread-safe.
 */
@Component
class AddedWords {

  private static final String ORIGIN = "add-code ";
  private static final String ROLL_BACK = "version ";
  private static final String ENDING = ".csv";

  private final PackStore store;

  AddedWords(PackStore store) {
    this.store = store;
  }

  /**
   * A word that is in force and was added by a reviewer.
   *
   * @param person who added it
   */
  record Word(String table, String from, String to, String person) {

    /** What is to be said of it when a version lacks it. */
    PackProblem problem(Severity severity, Locale language) {
      return PackCheck.problem(
          severity,
          table + ENDING,
          language,
          "word.lost",
          UnknownWord.shown(from),
          UnknownWord.shown(to),
          person);
    }
  }

  /** The origin of a version that adds a word to this code list. */
  static String origin(String table) {
    return ORIGIN + table;
  }

  /** How a version came about by rolling back to this one. */
  static String originOf(Version target) {
    return ROLL_BACK + target.version();
  }

  /** The added words that these files lack, although they are in force now. */
  List<Word> missing(String id, PackFiles next) {
    return added(id).stream().filter(w -> !knows(next, w.table(), w.from())).toList();
  }

  private List<Word> added(String id) {
    List<Word> words = new ArrayList<>();
    Optional<Version> at =
        Optional.ofNullable(store.inForce().get(id)).flatMap(number -> store.version(id, number));
    while (at.isPresent()) {
      Version version = at.get();
      if (version.origin().startsWith(ORIGIN)) {
        last(version).ifPresent(words::add);
        at = store.before(version);
      } else if (version.origin().startsWith(ROLL_BACK)) {
        int number = Integer.parseInt(version.origin().substring(ROLL_BACK.length()));
        at = store.version(id, number);
      } else {
        at = Optional.empty();
      }
    }
    return words;
  }

  /** A word is added at the end of its list. */
  private Optional<Word> last(Version version) {
    String table = version.origin().substring(ORIGIN.length());
    PackFiles files =
        PackFiles.ofZip(store.files(version.partner(), version.version()).orElseThrow());
    List<List<String>> rows = rows(files, table);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(rows.get(rows.size() - 1))
            .map(row -> new Word(table, row.get(0), row.get(1), version.installedBy()));
  }

  /** Whether a code list of these files has this word, whatever stands for it. */
  static boolean knows(PackFiles files, String table, String word) {
    return rows(files, table).stream().anyMatch(row -> row.get(0).equals(word));
  }

  private static List<List<String>> rows(PackFiles files, String table) {
    return files.text(table + ENDING).stream()
        .flatMap(text -> TableText.rows(text).stream())
        .map(TableText.Row::fields)
        .filter(fields -> fields.size() == 2)
        .toList();
  }
}
