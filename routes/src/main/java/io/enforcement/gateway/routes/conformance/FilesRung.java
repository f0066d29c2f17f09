package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.pack.check.Sample;
import io.enforcement.gateway.routes.pack.check.Samples;
import io.enforcement.gateway.routes.pack.check.Way;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.util.List;

/** The first rung: the pack itself, without a gateway. */
final class FilesRung {

  private static final String SAMPLES = "samples/";

  private final PackFiles pack;
  private final Climb climb;
  private final PackCheck check = new PackCheck();

  FilesRung(Candidate candidate, Climb climb) {
    pack = candidate.pack();
    this.climb = climb;
  }

  /** Whether a gateway can take the pack in: only samples may be wrong. */
  boolean climb() {
    climb.onto(Rung.FILES);
    List<PackProblem> errors =
        check.check(pack, climb.texts().locale()).stream().filter(PackProblem::isError).toList();
    List<PackProblem> own = errors.stream().filter(e -> !e.file().startsWith(SAMPLES)).toList();
    tell("pack", "", own, pack.names().stream().filter(n -> !n.startsWith(SAMPLES)).count());
    if (!own.isEmpty()) {
      climb.notRun("samples", "", "pack-is-wrong");
      return false;
    }
    List<Way> ways = Way.of(OfflinePartner.of(pack).file());
    Samples samples = Samples.of(pack, ways);
    ways.forEach(way -> samples(way, samples.of(way), errors));
    return true;
  }

  private void samples(Way way, List<Sample> samples, List<PackProblem> errors) {
    String subject = way.exchange() + " " + way.folder();
    if (samples.isEmpty()) {
      climb.notRun("samples", subject, "no-samples");
      return;
    }
    List<PackProblem> own =
        errors.stream()
            .filter(e -> samples.stream().anyMatch(sample -> sample.in().equals(e.file())))
            .toList();
    tell("samples", subject, own, samples.size());
  }

  private void tell(String step, String subject, List<PackProblem> errors, long number) {
    if (errors.isEmpty()) {
      climb.pass(step, subject, step, number);
    }
    for (PackProblem error : errors) {
      String where = error.file() + (error.line() > 0 ? ":" + error.line() : "");
      climb.failed(step, subject, where + ": " + error.what(), error.fix());
    }
  }
}
