package io.enforcement.gateway.routes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a main class of the test class path in a JVM of its own. */
public final class ChildJava {

  private ChildJava() {}

  public static Process start(Path output, Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", classPath(main)));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** The application itself must not find the configurations of tests, ours or the connectors'. */
  private static String classPath(Class<?> main) {
    String all = System.getProperty("java.class.path");
    String home = main.getProtectionDomain().getCodeSource().getLocation().getPath();
    if (home.contains("test-classes")) {
      return all;
    }
    return Stream.of(all.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
