package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.declarative.ShippedFiles;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds the translator that a {@code partner.yaml} names: a mapping file of the folder, or a named
 * Java translator.
 */
@Component
class Translators {

  private static final String MAPPING_FILE = ".jslt";

  private final Map<String, ToStandard> toStandard;
  private final Map<String, FromStandard> fromStandard;

  Translators(Map<String, ToStandard> toStandard, Map<String, FromStandard> fromStandard) {
    this.toStandard = toStandard;
    this.fromStandard = fromStandard;
  }

  /**
   * @param exchange for which it is, when a mapping file complains
   * @param format of what is read
   */
  ToStandard toStandard(
      PartnerFolder folder, String exchange, String name, Map<String, String> format) {
    if (name.endsWith(MAPPING_FILE)) {
      return dataOnly(
          folder, exchange, files -> DataOnlyToStandard.of(files.apply(name), format, files));
    }
    return known(folder, name, toStandard.get(name));
  }

  /**
   * @param exchange for which it is, when a mapping file complains
   * @param format of what is written; empty for JSON
   */
  FromStandard fromStandard(
      PartnerFolder folder, String exchange, String name, Map<String, String> format) {
    if (name.endsWith(MAPPING_FILE)) {
      return dataOnly(
          folder, exchange, files -> DataOnlyFromStandard.of(files.apply(name), format, files));
    }
    return known(folder, name, fromStandard.get(name));
  }

  /** What a mapping or a form complains of does not know whose it is. */
  private static <T> T dataOnly(
      PartnerFolder folder, String exchange, Function<Function<String, String>, T> translator) {
    try {
      return translator.apply(ShippedFiles.or(folder::text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "partner " + folder.file().partner() + ", exchange " + exchange + ": " + e.getMessage(),
          e);
    }
  }

  private static <T> T known(PartnerFolder folder, String name, T translator) {
    if (translator == null) {
      throw new IllegalArgumentException(
          "partner " + folder.file().partner() + ": no translator is named " + name);
    }
    return translator;
  }
}
