package io.enforcement.gateway.standards.format;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What lies in a folder of the class path, in every jar and directory that has it, so that data
 * files are found and never listed by hand.
 */
public final class ResourceFolder {

  private ResourceFolder() {}

  /**
   * The names of all files below the folder, each as a resource name without a leading slash, in
   * alphabetical order.
   *
   * @param folder for example {@code rules}
   * @throws IOException when a jar or directory cannot be listed
   */
  public static Set<String> names(ClassLoader loader, String folder) throws IOException {
    Set<String> names = new TreeSet<>();
    for (URL place : Collections.list(loader.getResources(folder))) {
      if (place.openConnection() instanceof JarURLConnection jar) {
        jar.getJarFile().stream()
            .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(folder + "/"))
            .forEach(entry -> names.add(entry.getName()));
      } else if (place.getProtocol().equals("file")) {
        names.addAll(files(place, folder));
      }
    }
    return names;
  }

  private static Set<String> files(URL place, String folder) throws IOException {
    try {
      Path root = Path.of(place.toURI());
      Set<String> names = new TreeSet<>();
      try (Stream<Path> below = Files.walk(root)) {
        below
            .filter(Files::isRegularFile)
            .forEach(
                f -> names.add(folder + "/" + root.relativize(f).toString().replace('\\', '/')));
      }
      return names;
    } catch (URISyntaxException e) {
      throw new IOException("the class path has a folder that is no URI", e);
    }
  }
}
