package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.routes.conformance.Candidate;
import io.enforcement.gateway.routes.conformance.ShippedCandidate;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Finds the partner that is to climb: a pack, a site's folder, or one that the gateway brings. */
public final class CandidateSource {

  private CandidateSource() {}

  /**
   * The candidate.
   *
   * @param id of a partner, or null
   * @param pack directory or zip file, or null
   * @param language in which it is told that there is none
   * @throws ParameterException when there is none, or it cannot be read
   */
  public static Candidate of(
      CommandSpec spec, String id, Path pack, Path dataDirectory, Locale language) {
    if ((id == null) == (pack == null)) {
      throw misused(spec, "--partner ID, or --pack DIR");
    }
    return pack != null
        ? Candidate.of(PackSource.read(spec, pack, language))
        : named(spec, id, dataDirectory.resolve("partners").resolve(id), language);
  }

  private static Candidate named(CommandSpec spec, String id, Path own, Locale language) {
    Optional<Candidate> shipped = ShippedCandidate.of(id);
    if (id.matches("[a-z0-9-]+") && Files.isDirectory(own)) {
      PackFiles files = PackSource.read(spec, own, language);
      return shipped.map(it -> it.amended(files)).orElseGet(() -> Candidate.of(files));
    }
    return shipped.orElseThrow(
        () -> misused(spec, "--partner " + id + ": neither brought by the gateway nor in " + own));
  }

  private static ParameterException misused(CommandSpec spec, String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
