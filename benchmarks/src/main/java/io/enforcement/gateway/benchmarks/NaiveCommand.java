package io.enforcement.gateway.benchmarks;

import io.enforcement.gateway.benchmarks.naive.NaiveProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One naive flow as a process. Prints {@code READY <port>} and runs until its standard input ends,
 * so that it never outlives the harness that started it.
 */
@Command(name = "naive", hidden = true, description = "One naive flow, started by load.")
final class NaiveCommand implements Callable<Integer> {

  @Option(names = "--kind", required = true)
  private NaiveProcess.Kind kind;

  @Option(names = "--dir", required = true)
  private Path directory;

  @Option(names = "--partner", required = true)
  private URI partner;

  @Override
  public Integer call() throws Exception {
    try (NaiveProcess process = new NaiveProcess(kind, directory, partner)) {
      System.out.println("READY " + process.port());
      while (System.in.read() >= 0) {
        continue;
      }
    }
    return 0;
  }
}
