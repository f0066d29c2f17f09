package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.ArchiveNote;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an archive file as it lies there: it is the one that was signed, follows the one before,
 * and each of its leaves is under a signed checkpoint. Thread-safe.
 */
final class ArchiveCheck {

  private final AuditLog log;
  private final ArchiveFiles files;
  private final JsonMapper json;

  ArchiveCheck(AuditLog log, ArchiveFiles files, JsonMapper json) {
    this.log = log;
    this.files = files;
    this.json = json;
  }

  /**
   * Checks the file of a month.
   *
   * @param note as the database holds it
   * @param before the archive before it; null for the first
   */
  Result check(YearMonth month, String note, ArchiveNote before) {
    long from = before == null ? 0 : before.to();
    ArchiveNote told;
    try {
      told = log.archive(note);
    } catch (BadNote e) {
      return bad(from, "the note of the archive " + month + " is " + e.getMessage());
    }
    if (!told.month().equals(month)) {
      return bad(from, "the note of the archive " + month + " is of another one");
    }
    if (told.from() != from
        || !Arrays.equals(told.previous(), before == null ? null : before.digest())) {
      return bad(from, "the archive " + month + " does not follow the one before");
    }
    if (!Arrays.equals(told.digest(), files.digest(month, log.hash()))) {
      return bad(from, "the archive file of " + month + " is not the one that was signed");
    }
    try (BufferedReader lines = files.lines(month)) {
      return content(told, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JacksonException | IllegalArgumentException e) {
      return bad(from, "the archive file of " + month + " cannot be read");
    }
  }

  private Result content(ArchiveNote told, BufferedReader lines) throws IOException {
    ArchiveHead head = json.readValue(lines.readLine(), ArchiveHead.class);
    GrowingTree tree = new GrowingTree(log.hash(), head.parts());
    if (tree.size() != told.from()) {
      return bad(told.from(), "the archive file begins elsewhere");
    }
    List<String> notes = new ArrayList<>();
    JsonNode line = json.readTree(lines.readLine());
    while (line.has("checkpoint")) {
      notes.add(line.path("checkpoint").asString());
      line = json.readTree(lines.readLine());
    }
    Result result =
        new TrailCheck(log.hash(), log(told.origin()).keys(), subtree -> true, tree, 0)
            .check(new Leaves(line, lines), notes);
    if (!result.isGood()) {
      return result;
    }
    return tree.size() == told.to() && result.signed() == (notes.isEmpty() ? 0 : told.to())
        ? result
        : bad(tree.size(), "the archive file does not end at its checkpoint");
  }

  /** The log that wrote an archive: this one, or one before it. */
  private AuditLog log(String origin) {
    AuditLog found = log;
    while (!found.origin().equals(origin)) {
      found = found.before();
    }
    return found;
  }

  private static Result bad(long position, String problem) {
    return new Result(0, 0, position, problem);
  }

  /** The leaves of a file, up to the line that says its end. */
  private final class Leaves implements Iterator<Leaf> {

    private final BufferedReader lines;
    private JsonNode line;

    Leaves(JsonNode first, BufferedReader lines) {
      this.line = first;
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return !line.has("end");
    }

    @Override
    public Leaf next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        Leaf leaf = json.treeToValue(line, TrailLine.class).leaf();
        line = json.readTree(lines.readLine());
        return leaf;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
