package io.enforcement.gateway.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {

  @Test
  void leavesTheOptionsOfJmhToJmh() {
    CommandLine.ParseResult parsed =
        Benchmarks.commandLine().parseArgs("jmh", "Translat", "-f", "1", "-wi", "6");

    assertThat(parsed.subcommand().matchedPositionals())
        .flatExtracting(CommandLine.Model.PositionalParamSpec::stringValues)
        .containsExactly("Translat", "-f", "1", "-wi", "6");
  }
}
