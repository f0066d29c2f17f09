package io.enforcement.gateway.benchmarks;

import picocli.CommandLine.Command;

@Command(name = "crash")
final class CrashCommand {}
