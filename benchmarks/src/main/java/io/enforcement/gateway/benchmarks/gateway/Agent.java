package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Byteman in a gateway process: rules and the one class that helps them, from outside. */
final class Agent {

  private Agent() {}

  /**
   * Lays agent, rules and helper down in a directory.
   *
   * @param rules a file in our jar
   * @param helper a class in our jar, with slashes
   * @return the JVM options that load them
   */
  static List<String> plant(String rules, String helper, Path directory) throws IOException {
    Path agent = copy("/mutants/byteman.jar", directory);
    Path script = copy(rules, directory);
    String simple = helper.substring(helper.lastIndexOf('/') + 1);
    Path classes = directory.resolve(simple + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(classes))) {
      String name = helper + ".class";
      out.putNextEntry(new JarEntry(name));
      try (InputStream in = open("/" + name)) {
        in.transferTo(out);
      }
      out.closeEntry();
    }
    return List.of("-javaagent:" + agent + "=script:" + script + ",sys:" + classes);
  }

  private static Path copy(String name, Path directory) throws IOException {
    Path target = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
    try (InputStream in = open(name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
    return target;
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = Agent.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("benchmarks.jar lacks " + name);
    }
    return in;
  }
}
