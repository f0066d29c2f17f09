package io.enforcement.gateway.benchmarks;
import picocli.CommandLine.Command;
@Command(name = "load") final class LoadCommand {}
