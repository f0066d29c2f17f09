package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.routes.failure.Replay;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.standards.codes.CodeTable;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/**
 * Adds what a partner's code list lacks, as a new version of its pack, and sets what waited for it
 * on its way again. Thread-safe.
 */
@Component
class CodeLists {

  private static final String ENDING = ".csv";
  private static final String TABLE = "[a-z0-9][a-z0-9-]{0,62}";
  private static final String PLAIN = "[^\\p{Cntrl}]{1,200}";

  private final Packs packs;
  private final PartnerCatalog catalog;
  private final ParkedStore parked;
  private final Replay replay;

  CodeLists(Packs packs, PartnerCatalog catalog, ParkedStore parked, Replay replay) {
    this.packs = packs;
    this.catalog = catalog;
    this.parked = parked;
    this.replay = replay;
  }

  /**
   * A row to add.
   *
   * @param from what is read
   * @param to what is written
   */
  record Row(String table, String from, String to) {}

  /**
   * What came of it.
   *
   * @param replayed how many parked messages and deliveries were set on their way again
   */
  record Added(Packs.Result installed, int replayed) {}

  /**
   * Adds a row, and replays what was parked for lack of it; while nobody else changes a pack, or
   * rows would be lost.
   */
  Added add(String partner, Row row, String person) {
    requirePlain(row);
    requireKnown(row);
    synchronized (packs) {
      Packs.Result installed = install(partner, row, person);
      return new Added(installed, installed.isInstalled() ? replay(partner, row, person) : 0);
    }
  }

  private Packs.Result install(String partner, Row row, String person) {
    String name = row.table() + ENDING;
    String list =
        catalog
            .file(partner, name)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(() -> absent(partner));
    String longer =
        (list.endsWith("\n") ? list : list + "\n") + cell(row.from()) + "," + cell(row.to()) + "\n";
    PackFiles pack =
        packs
            .files(partner)
            .orElseGet(PackFiles::empty)
            .with(name, longer.getBytes(StandardCharsets.UTF_8));
    return packs.amend(partner, pack, row, person);
  }

  private ProblemException absent(String partner) {
    return catalog.partner(partner).isEmpty()
        ? ProblemException.of(ProblemCode.NOT_FOUND, "partner", "pack.partner-unknown")
        : ProblemException.of(ProblemCode.NOT_FOUND, "table", "pack.no-such-table");
  }

  private int replay(String partner, Row row, String person) {
    String cause = new UnknownWord(row.table(), row.from()).cause(partner);
    return (int)
        parked.waiting(partner, cause).stream()
            .map(entry -> replay.replay(entry.id(), person))
            .filter(Replay.Answer.REPLAYED::equals)
            .count();
  }

  private static void requirePlain(Row row) {
    boolean plain =
        row.table() != null
            && row.table().matches(TABLE)
            && row.from() != null
            && row.from().matches(PLAIN)
            && row.to() != null
            && row.to().matches(PLAIN);
    if (!plain) {
      throw ProblemException.of(ProblemCode.MALFORMED, "", "pack.code-row");
    }
  }

  /** A list that is named like a table of the standard has its codes on one side. */
  private static void requireKnown(Row row) {
    boolean standard = CodeTable.names().contains(row.table());
    if (standard && !isCode(row.table(), row.to()) && !isCode(row.table(), row.from())) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "to", "pack.code-unknown");
    }
  }

  private static boolean isCode(String table, String word) {
    return CodeTable.of(table).contains(word);
  }

  private static String cell(String value) {
    return value.matches("[^\",]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
