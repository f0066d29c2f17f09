package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A promise broken on purpose in a running gateway, by Byteman rules from outside: the gateway's
 * own code has no switch for it.
 */
public enum Mutant {
  /** The receipt leaves first, the commit comes a moment later. */
  ACK_BEFORE_COMMIT,
  /** Every arrival is new, whatever its key. */
  DEDUPE_OFF;

  private static final String FOLDER = "/mutants/";
  private static final String HELPER = "io/enforcement/gateway/benchmarks/mutants/Saboteur";
  private static final List<String> HELPER_CLASSES = List.of(HELPER + ".class");

  /** The name on the command line and of the rules' file. */
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Lays the agent down in a directory and returns the JVM options that load it. */
  public List<String> plant(Path directory) throws IOException {
    Path agent = copy("byteman.jar", directory);
    Path rules = copy(title() + ".btm", directory);
    Path helper = helper(directory.resolve("saboteur.jar"));
    return List.of("-javaagent:" + agent + "=script:" + rules + ",sys:" + helper);
  }

  private static Path copy(String name, Path directory) throws IOException {
    Path target = directory.resolve(name);
    try (InputStream in = open(FOLDER + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private static Path helper(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : HELPER_CLASSES) {
        out.putNextEntry(new JarEntry(name));
        try (InputStream in = open("/" + name)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Mutant.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("benchmarks.jar lacks " + name);
    }
    return in;
  }
}
