package io.enforcement.gateway.routes.cli;

import io.enforcement.gateway.routes.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the site's {@code gateway.yaml} once before anything starts, so that a slip of the pen is
 * told with its line and column, and without repeating what the file holds.
 */
final class SiteSettings {

  private SiteSettings() {}

  static void check(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      for (Object document : yaml.loadAll(reader)) {
        if (document != null && !(document instanceof Map<?, ?>)) {
          throw new CannotStart(file + ": expected settings of the form \"key: value\".");
        }
      }
    } catch (MarkedYAMLException e) {
      throw new CannotStart(file + " is not valid YAML" + place(e) + ".", e);
    } catch (YAMLException e) {
      throw new CannotStart(file + " is not valid YAML (expected UTF-8 text).", e);
    } catch (IOException e) {
      throw new CannotStart(file + " cannot be read (expected UTF-8 text).", e);
    }
  }

  private static String place(MarkedYAMLException e) {
    Mark mark = e.getProblemMark();
    return mark == null
        ? ""
        : " at line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }
}
