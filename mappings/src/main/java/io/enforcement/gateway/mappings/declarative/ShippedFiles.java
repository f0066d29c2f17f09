package io.enforcement.gateway.mappings.declarative;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Mappings that every partner may use without having a copy: a name that begins with {@code
 * gateway:} is one of ours, every other lies in the partner's folder.
 *
 * <p>{@code gateway:receipt.jslt} with {@code gateway:receipt.columns.csv} writes the receipt of a
 * file as a table for clerks: what became of the file, then each finding with its row, field, rule,
 * what was expected and how to mend it.
 */
public final class ShippedFiles {

  private static final String OURS = "gateway:";

  private ShippedFiles() {}

  /** Both kinds of names; {@code folder} is asked for the partner's own. */
  public static Function<String, String> or(Function<String, String> folder) {
    return name ->
        name.startsWith(OURS) ? shipped(name.substring(OURS.length())) : folder.apply(name);
  }

  private static String shipped(String name) {
    boolean plain = name.chars().allMatch(c -> c == '.' || c == '-' || Character.isLetter(c));
    try (InputStream file = plain ? ShippedFiles.class.getResourceAsStream(name) : null) {
      if (file == null) {
        throw new IllegalArgumentException("the gateway brings no file " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
