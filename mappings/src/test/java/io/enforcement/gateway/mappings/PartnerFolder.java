package io.enforcement.gateway.mappings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.declarative.ShippedFiles;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** One partner as it lies on disk: folder, settings, translators, samples. */
record PartnerFolder(String name, PartnerSettings settings) {

  static final Path SOURCES = Path.of("src/main/java/io/enforcement/gateway/mappings");
  static final Path TWINS = Path.of("src/test/java/io/enforcement/gateway/mappings");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static List<PartnerFolder> all() {
    try (Stream<Path> yamls = Files.find(SOURCES, 2, (p, a) -> p.endsWith("partner.yaml"))) {
      return yamls.sorted().map(PartnerFolder::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PartnerFolder of(Path yaml) {
    try {
      return new PartnerFolder(
          yaml.getParent().getFileName().toString(),
          YAML.readValue(Files.readString(yaml), PartnerSettings.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path sources() {
    return SOURCES.resolve(name);
  }

  Path samples(String exchange) {
    return TWINS.resolve(name).resolve("samples").resolve(exchange);
  }

  ToStandard toStandard(PartnerSettings.Sends exchange) {
    return exchange.translator().endsWith(".jslt")
        ? DataOnlyToStandard.of(file(exchange.translator()), exchange.format(), this::file)
        : named(exchange.translator(), ToStandard.class);
  }

  FromStandard fromStandard(PartnerSettings.Receives exchange) {
    return exchange.translator().endsWith(".jslt")
        ? dataOnly(exchange)
        : named(exchange.translator(), FromStandard.class);
  }

  private FromStandard dataOnly(PartnerSettings.Receives exchange) {
    Function<String, String> files = ShippedFiles.or(this::file);
    return DataOnlyFromStandard.of(
        files.apply(exchange.translator()),
        exchange.format() == null ? Map.of() : exchange.format(),
        files);
  }

  /** A file of the folder, or null. */
  String file(String file) {
    Path path = sources().resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T named(String bean, Class<T> contract) {
    return classes()
        .filter(c -> contract.isAssignableFrom(c) && c.isAnnotationPresent(Named.class))
        .filter(c -> c.getAnnotation(Named.class).value().equals(bean))
        .map(PartnerFolder::create)
        .map(contract::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + contract.getSimpleName() + " named " + bean));
  }

  private Stream<Class<?>> classes() {
    try (Stream<Path> files = Files.list(sources())) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".java") && !f.startsWith("package-info"))
          .map(f -> load(getClass().getPackageName() + "." + name + "." + f.replace(".java", "")))
          .<Class<?>>map(c -> c)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String type) {
    try {
      return Class.forName(type);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(type, e);
    }
  }

  private static Object create(Class<?> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type.getName() + " needs a public constructor without arguments", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
