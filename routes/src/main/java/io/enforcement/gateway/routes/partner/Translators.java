package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.declarative.ShippedFiles;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds the translator that a {@code partner.yaml} names: a mapping file of the folder, or a named
 * Java translator.
 */
class Translators {

  /** Knows mapping files only. */
  static final Translators NONE = new Translators(Map.of(), Map.of());

  private static final String MAPPING_FILE = ".jslt";

  private final Map<String, Supplier<ToStandard>> toStandard;
  private final Map<String, Supplier<FromStandard>> fromStandard;

  /** Each is made when a partner in service names it: most bring tables and contracts along. */
  Translators(
      Map<String, Supplier<ToStandard>> toStandard,
      Map<String, Supplier<FromStandard>> fromStandard) {
    this.toStandard = toStandard;
    this.fromStandard = fromStandard;
  }

  /** Those that the gateway brings: every class of the partners' folders that bears a name. */
  static Translators shipped() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(Named.class));
    Map<String, Supplier<ToStandard>> toStandard = new HashMap<>();
    Map<String, Supplier<FromStandard>> fromStandard = new HashMap<>();
    for (BeanDefinition found : scan.findCandidateComponents(ToStandard.class.getPackageName())) {
      Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
      String name = type.getAnnotation(Named.class).value();
      if (ToStandard.class.isAssignableFrom(type)) {
        once(name, toStandard.put(name, () -> (ToStandard) BeanUtils.instantiateClass(type)));
      } else if (FromStandard.class.isAssignableFrom(type)) {
        once(name, fromStandard.put(name, () -> (FromStandard) BeanUtils.instantiateClass(type)));
      }
    }
    return new Translators(toStandard, fromStandard);
  }

  private static void once(String name, Object before) {
    if (before != null) {
      throw new IllegalStateException("two translators are named " + name);
    }
  }

  /** Whether a translator of this name is a file of the folder rather than a class of ours. */
  static boolean isMappingFile(String name) {
    return name.endsWith(MAPPING_FILE);
  }

  /** Names of those that read what partners send. */
  Set<String> sendersNames() {
    return toStandard.keySet();
  }

  /** Names of those that write what partners receive. */
  Set<String> receiversNames() {
    return fromStandard.keySet();
  }

  /**
   * @param exchange for which it is, when a mapping file complains
   * @param format of what is read
   */
  ToStandard toStandard(
      PartnerFolder folder, String exchange, String name, Map<String, String> format) {
    if (isMappingFile(name)) {
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
    if (isMappingFile(name)) {
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

  private static <T> T known(PartnerFolder folder, String name, Supplier<T> translator) {
    if (translator == null) {
      throw new IllegalArgumentException(
          "partner " + folder.file().partner() + ": no translator is named " + name);
    }
    return translator.get();
  }
}
