package io.enforcement.gateway.routes.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verifier that shares no code with the gateway, run as everybody runs it. */
public final class Verifier {

  private static final Path SCRIPT = Path.of("src", "verifier", "verify_audit.py");

  private Verifier() {}

  /** What it says about a file. */
  public static String run(Path file, String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  /** What it says about a database that it reads itself. */
  static String read(String connection, Path checkpoints, String... more)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("--database", connection, "--checkpoints", checkpoints.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private static String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", "-B", SCRIPT.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONIOENCODING", "utf-8");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if ((code == 0) != said.contains("good:") || (code == 1) != said.contains("BAD at")) {
      throw new IllegalStateException("ended with " + code + ": " + said);
    }
    return said;
  }
}
