package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.traffic.CityManagementFile;
import io.enforcement.gateway.benchmarks.traffic.CityManagementFile.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** What a file partner does wrong with its files. Used by one thread. */
public final class FileFaults {

  private static final Duration LOOKS = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Parties parties;
  private final DropFolder folder;
  private final SenderLedger ledger;
  private int number = 90_000;

  FileFaults(Parties parties, SenderLedger ledger) {
    this.parties = parties;
    this.folder = parties.drop();
    this.ledger = ledger;
  }

  /**
   * A file that stops in its middle under its final name with the digest of the whole beside it,
   * and is brought to its end later.
   *
   * @return what went wrong; empty when it was left alone while it was half, and taken when it was
   *     whole
   */
  public String growing() throws IOException {
    String name = next();
    Row row = row();
    byte[] whole = CityManagementFile.of(List.of(row));
    String id = sending(row);
    Path file = folder.outgoing(name);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    folder.vouch(name, whole);
    if (Trial.within(LOOKS, () -> folder.taken(name))) {
      return "half of a file was taken";
    }
    byte[] rest = Arrays.copyOfRange(whole, whole.length / 2, whole.length);
    Files.write(file, rest, StandardOpenOption.APPEND);
    if (!Trial.within(PATIENCE, () -> folder.taken(name))) {
      return "a file that grew to its end was not taken";
    }
    ledger.acknowledged(id, name);
    return "";
  }

  /**
   * The name of a file that was taken comes again with other rows.
   *
   * @return what went wrong; empty when the second one was put aside as a conflict
   */
  public String sameNameAgain() throws IOException {
    String name = next();
    Row first = row();
    String id = sending(first);
    folder.drop(name, CityManagementFile.of(List.of(first)));
    // The digest is moved after the file: what is put down before would go with it.
    if (!Trial.within(PATIENCE, () -> folder.taken(name) && folder.taken(name + ".sha256"))) {
      return "a file was not taken";
    }
    ledger.acknowledged(id, name);
    Row other = row();
    ledger.sending(id(other), other.caseNumber(), 1, true);
    folder.drop(name, CityManagementFile.of(List.of(other)));
    return Trial.within(PATIENCE, () -> folder.inConflict(name))
        ? ""
        : "another file of the same name was not put aside";
  }

  /**
   * Somebody else answers in the partner's place, with its password, but not with its key.
   *
   * @param lead leads the line to a port
   * @return what went wrong; empty when nothing was taken there
   */
  public String impostor(Path directory, IntConsumer lead) throws IOException {
    try (DropFolder other = parties.impostor(Files.createDirectories(directory))) {
      Row row = row();
      String name = next();
      ledger.sending(id(row), row.caseNumber(), 1, true);
      other.drop(name, CityManagementFile.of(List.of(row)));
      lead.accept(other.port());
      boolean taken = Trial.within(LOOKS, () -> other.taken(name));
      lead.accept(folder.port());
      return taken ? "a file was taken from a server with another key" : "";
    }
  }

  private String sending(Row row) {
    ledger.sending(id(row), row.caseNumber(), 1, false);
    return id(row);
  }

  private String next() {
    return "decisions-" + ++number + ".csv";
  }

  private Row row() {
    String digits = String.format("%06d%02d", number, number++ % 100);
    return new Row("CM-" + digits, "测综执罚决字〔2026〕第" + digits + "号", false);
  }

  private static String id(Row row) {
    return HttpSender.recordId(row.caseNumber(), row.decisionNumber(), 1);
  }
}
