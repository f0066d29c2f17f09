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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One partner as it lies on disk: folder, settings, translators, samples. A folder whose partners
 * differ in little has a {@code partner-<variant>.yaml} for each.
 */
record PartnerFolder(String name, String variant, PartnerSettings settings) {

  static final Path SOURCES = Path.of("src/main/java/io/enforcement/gateway/mappings");
  static final Path TWINS = Path.of("src/test/java/io/enforcement/gateway/mappings");
  private static final Pattern SETTINGS = Pattern.compile("partner(?:-([a-z0-9-]+))?\\.yaml");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  static List<PartnerFolder> all() {
    try (Stream<Path> yamls = Files.find(SOURCES, 2, (p, a) -> isSettings(p))) {
      return yamls.sorted().map(PartnerFolder::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSettings(Path file) {
    return SETTINGS.matcher(file.getFileName().toString()).matches();
  }

  private static PartnerFolder of(Path yaml) {
    try {
      Matcher settings = SETTINGS.matcher(yaml.getFileName().toString());
      settings.matches();
      return new PartnerFolder(
          yaml.getParent().getFileName().toString(),
          settings.group(1) == null ? "" : settings.group(1),
          YAML.readValue(Files.readString(yaml), PartnerSettings.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path sources() {
    return SOURCES.resolve(name);
  }

  /** What the partner sends; an exchange that goes both ways has a folder for each. */
  List<Sample> samples(PartnerSettings.Sends exchange) {
    return samples(exchange.exchange(), "sends");
  }

  List<Sample> samples(PartnerSettings.Receives exchange) {
    return samples(exchange.exchange(), "receives");
  }

  /** What the partner is asked at once. */
  List<Sample> requests(PartnerSettings.Answers exchange) {
    return Sample.in(samplesOf(exchange.exchange()).resolve("request"));
  }

  /** What it answers. */
  List<Sample> replies(PartnerSettings.Answers exchange) {
    return Sample.in(samplesOf(exchange.exchange()).resolve("reply"));
  }

  private Path samplesOf(String exchange) {
    return TWINS.resolve(name).resolve("samples").resolve(variant).resolve(exchange);
  }

  private List<Sample> samples(String exchange, String direction) {
    Path folder = samplesOf(exchange);
    return Sample.in(goesBothWays(exchange) ? folder.resolve(direction) : folder);
  }

  private boolean goesBothWays(String exchange) {
    return settings.sends().stream().anyMatch(s -> s.exchange().equals(exchange))
        && settings.receives().stream().anyMatch(r -> r.exchange().equals(exchange));
  }

  ToStandard toStandard(PartnerSettings.Sends exchange) {
    return toStandard(exchange.translator(), exchange.format());
  }

  FromStandard fromStandard(PartnerSettings.Receives exchange) {
    return fromStandard(exchange.translator(), exchange.format());
  }

  private ToStandard toStandard(String translator, Map<String, String> format) {
    return translator.endsWith(".jslt")
        ? DataOnlyToStandard.of(file(translator), format, this::file)
        : named(translator, ToStandard.class);
  }

  private FromStandard fromStandard(String translator, Map<String, String> format) {
    return translator.endsWith(".jslt")
        ? dataOnly(translator, format)
        : named(translator, FromStandard.class);
  }

  /** The translator as the gateway uses it: it sees the permitted fields only. */
  FromStandard permitted(PartnerSettings.Receives exchange) {
    PermittedFields fields = PermittedFields.of(exchange.records(), exchange.fields());
    FromStandard translator = fromStandard(exchange);
    return (record, context) -> translator.fromStandard(fields.in(record), context);
  }

  /** The question as the gateway puts it: the partner sees the permitted fields only. */
  FromStandard request(PartnerSettings.Answers exchange) {
    PermittedFields fields = PermittedFields.of(List.of("Query"), exchange.queryFields());
    FromStandard translator = fromStandard(exchange.request(), Map.of());
    return (record, context) -> translator.fromStandard(fields.in(record), context);
  }

  ToStandard reply(PartnerSettings.Answers exchange) {
    Map<String, String> format = exchange.format();
    return toStandard(exchange.reply(), format == null ? Map.of("type", "json") : format);
  }

  /** The name of a file of which each variant has its own. */
  String inVariant(String stem, String ending) {
    return stem + (variant.isEmpty() ? "" : "-" + variant) + "." + ending;
  }

  private FromStandard dataOnly(String translator, Map<String, String> format) {
    Function<String, String> files = ShippedFiles.or(this::file);
    return DataOnlyFromStandard.of(
        files.apply(translator), format == null ? Map.of() : format, files);
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
    return variant.isEmpty() ? name : name + "/" + variant;
  }
}
