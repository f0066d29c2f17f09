package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.conformance.Candidate;
import io.enforcement.gateway.routes.conformance.Certificate;
import io.enforcement.gateway.routes.conformance.Conformance;
import io.enforcement.gateway.routes.database.SharedPrograms;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A whole conformance run as the command makes it, with programs that all tests share. */
public final class ConformanceRun {

  private ConformanceRun() {}

  /**
   * Runs the ladder in a directory of the test.
   *
   * @param agreed what the partner holds for the secret that was agreed
   */
  public static Certificate of(Candidate candidate, Path directory, UnaryOperator<Secret> agreed)
      throws InterruptedException {
    SharedPrograms.linkInto(directory);
    Serving serving = new Serving(GatewayOptions.of(directory, 0));
    try (Run run = serving.open(() -> {})) {
      return Conformance.run(
          candidate,
          Map.of(),
          run.data().path(),
          properties -> Launched.apart(serving, run, properties),
          agreed,
          Locale.ENGLISH,
          System.err,
          "test");
    }
  }
}
