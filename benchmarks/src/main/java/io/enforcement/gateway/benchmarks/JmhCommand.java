package io.enforcement.gateway.benchmarks;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands its arguments to JMH as they are. */
@Command(
    name = "jmh",
    description = "Translators, validation and binding under JMH; takes JMH's own options.")
final class JmhCommand implements Callable<Integer> {

  @Parameters(arity = "0..*", description = "JMH options, for example -l or Translat -f 1")
  private String[] arguments = {};

  @Override
  public Integer call() throws Exception {
    org.openjdk.jmh.Main.main(arguments);
    return 0;
  }
}
