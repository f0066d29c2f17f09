package io.enforcement.gateway.routes.console.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the console is made of besides classes, by name. */
final class ConsoleFiles {

  private ConsoleFiles() {}

  static Map<String, String> templates() throws IOException {
    return files("classpath:templates/console/*.html");
  }

  /** What a browser is sent, our own and others'. */
  static Map<String, String> assets() throws IOException {
    Map<String, String> assets = files("classpath:static/assets/console/*");
    assets.putAll(files("classpath:static/assets/lib/*"));
    return assets;
  }

  private static Map<String, String> files(String pattern) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
      files.put(file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
    }
    return files;
  }
}
