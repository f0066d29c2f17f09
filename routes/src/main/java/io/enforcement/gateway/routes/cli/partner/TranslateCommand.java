package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code translate}: one file through one exchange of one partner, and what comes of it. What the
 * partner sends becomes records of the standard, which are checked as at the intake; a record of
 * the standard becomes what the partner receives. Key and moment are those of the golden samples,
 * so that the same file gives the same result. Ends with 0 when nothing is refused, 1 when
 * something is, 2 when it cannot do what it was asked.
 */
@Command(
    name = "translate",
    resourceBundle = "io.enforcement.gateway.routes.cli.help",
    mixinStandardHelpOptions = true)
public final class TranslateCommand implements Callable<Integer> {

  /** Which way. */
  enum Direction {
    SENDS,
    RECEIVES
  }

  /** How records are written. */
  enum Form {
    XML,
    JSON
  }

  @Option(names = "--partner", paramLabel = "ID", descriptionKey = "translate.partner")
  private String id;

  @Option(
      names = "--exchange",
      paramLabel = "NAME",
      required = true,
      descriptionKey = "translate.exchange")
  private String exchange;

  @Option(names = "--pack", paramLabel = "DIR|ZIP", descriptionKey = "translate.pack")
  private Path pack;

  @Option(names = "--data-dir", paramLabel = "DIR", descriptionKey = "translate.data-dir")
  private Path dataDirectory = Path.of("data");

  @Option(names = "--direction", paramLabel = "WAY", descriptionKey = "translate.direction")
  private Direction direction;

  @Option(names = "--record", paramLabel = "NAME", descriptionKey = "validate.record")
  private String record;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "translate.format")
  private Form form = Form.XML;

  @Option(names = "--report", descriptionKey = "translate.report")
  private boolean report;

  @Option(names = "--json", descriptionKey = "translate.json")
  private boolean json;

  @Option(names = "--lang", paramLabel = "LANG", descriptionKey = "validate.lang")
  private Language language;

  @Parameters(paramLabel = "FILE", descriptionKey = "translate.file")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      OfflinePartner partner = partner();
      Outcomes outcomes = outcomes();
      if (way(partner.file()) == Direction.SENDS) {
        sent(partner, sends(partner), outcomes);
      } else {
        received(partner, receives(partner), outcomes);
      }
      outcomes.end();
      return outcomes.anyRefused() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    } catch (IOException e) {
      throw misused("cannot read " + e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw misused(e.getMessage());
    }
  }

  private void sent(OfflinePartner partner, PartnerFile.Sends exchange, Outcomes outcomes)
      throws IOException {
    if (report) {
      reporting(partner, outcomes).of(exchange, name(), bytes());
    } else {
      new Incoming(outcomes).translate(partner.toStandard(exchange), name(), bytes());
    }
  }

  private void received(OfflinePartner partner, PartnerFile.Receives exchange, Outcomes outcomes)
      throws IOException {
    if (report) {
      reporting(partner, outcomes).of(exchange, type(exchange), file);
    } else {
      new Outgoing(outcomes)
          .translate(partner.fromStandard(exchange), exchange, type(exchange), file);
    }
  }

  private Reporting reporting(OfflinePartner partner, Outcomes outcomes) {
    ReportTable table = new ReportTable(spec.commandLine().getOut(), json, locale());
    return new Reporting(partner, table, outcomes);
  }

  private OfflinePartner partner() {
    if (pack != null) {
      OfflinePartner partner = OfflinePartner.of(PackSource.read(spec, pack, locale()));
      if (id != null && !id.equals(partner.file().partner())) {
        throw misused("--pack " + pack + ": is partner " + partner.file().partner());
      }
      return partner;
    }
    if (id == null) {
      throw misused("--partner ID, or --pack DIR");
    }
    Optional<OfflinePartner> shipped = OfflinePartner.shipped(id);
    Path own = dataDirectory.resolve("partners").resolve(id);
    if (id.matches("[a-z0-9-]+") && Files.isDirectory(own)) {
      PackFiles files = PackSource.read(spec, own, locale());
      return shipped.map(it -> it.amended(files)).orElseGet(() -> OfflinePartner.of(files));
    }
    return shipped.orElseThrow(
        () -> misused("--partner " + id + ": neither brought by the gateway nor in " + own));
  }

  private Direction way(PartnerFile partner) {
    boolean sends = partner.sends().stream().anyMatch(s -> s.exchange().equals(exchange));
    boolean receives = partner.receives().stream().anyMatch(r -> r.exchange().equals(exchange));
    if (sends && receives && direction == null) {
      throw misused("--exchange " + exchange + " goes both ways: --direction sends|receives");
    }
    Direction way = direction != null ? direction : sends ? Direction.SENDS : Direction.RECEIVES;
    if (way == Direction.SENDS ? !sends : !receives) {
      throw misused(
          "--exchange "
              + exchange
              + ": the partner sends "
              + partner.sends().stream().map(PartnerFile.Sends::exchange).toList()
              + " and receives "
              + partner.receives().stream().map(PartnerFile.Receives::exchange).toList());
    }
    return way;
  }

  private PartnerFile.Sends sends(OfflinePartner partner) {
    return partner.file().sends().stream()
        .filter(s -> s.exchange().equals(exchange))
        .findFirst()
        .orElseThrow();
  }

  private PartnerFile.Receives receives(OfflinePartner partner) {
    return partner.file().receives().stream()
        .filter(r -> r.exchange().equals(exchange))
        .findFirst()
        .orElseThrow();
  }

  /** What a JSON file holds; it does not say so itself. */
  private Optional<Class<? extends StandardRecord>> type(PartnerFile.Receives receives) {
    List<String> records = receives.records();
    String name = record != null ? record : records.size() == 1 ? records.get(0) : "";
    Optional<Class<? extends StandardRecord>> type = RecordTypes.of(name);
    if (record != null && type.isEmpty()) {
      throw misused("--record " + record + ": " + String.join(", ", RecordTypes.names()));
    }
    return type;
  }

  private Locale locale() {
    return language == null ? Locale.getDefault() : language.locale();
  }

  private Outcomes outcomes() {
    return json
        ? new JsonOutcomes(spec.commandLine().getOut(), locale())
        : new TextOutcomes(
            spec.commandLine().getOut(), spec.commandLine().getErr(), locale(), form);
  }

  private String name() {
    return file.getFileName().toString();
  }

  private byte[] bytes() throws IOException {
    return Input.bytes(file);
  }

  private ParameterException misused(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
