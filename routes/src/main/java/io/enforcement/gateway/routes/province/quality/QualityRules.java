package io.enforcement.gateway.routes.province.quality;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.enforcement.gateway.routes.province.quality.Dimension.Formula;
import io.enforcement.gateway.routes.province.quality.Dimension.Scale;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * By what quality is judged: dimensions, formula, checks, texts of rules. Immutable; any thread.
 */
public final class QualityRules {

  private static final String SCALE = "classpath:province/quality/dimensions.yaml";
  private static final String CHECKS = "classpath*:province/quality/checks/*.yaml";
  private static final String ENDING = ".yaml";
  private static final String OWN = "quality.";

  /** What a text says of a value that differs from record to record. */
  private static final String SOME = "…";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Scale scale;
  private final Map<String, Check> checks;

  private QualityRules(Scale scale, Map<String, Check> checks) {
    this.scale = scale;
    this.checks = checks;
  }

  /**
   * What a rule says, in both languages.
   *
   * @param fixZh how its breach is mended, in Chinese
   * @param fixEn the same in English
   */
  public record Texts(String zh, String en, String fixZh, String fixEn) {

    private static final Texts NONE = new Texts("", "", "", "");
  }

  /**
   * @throws IllegalArgumentException when a file is not as it should be; names the file
   */
  public static QualityRules shipped() {
    PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
    Map<String, Check> checks = new TreeMap<>();
    try {
      for (Resource file : files.getResources(CHECKS)) {
        Check check = check(file);
        checks.put(check.id(), check);
      }
      return new QualityRules(
          YAML.readValue(files.getResource(SCALE).getContentAsByteArray(), Scale.class), checks);
    } catch (IOException e) {
      throw new UncheckedIOException("the rules of quality cannot be read", e);
    }
  }

  private static Check check(Resource file) throws IOException {
    String name = file.getFilename();
    try {
      ObjectNode content = (ObjectNode) YAML.readTree(file.getContentAsByteArray());
      content.put("id", OWN + name.substring(0, name.length() - ENDING.length()));
      return YAML.treeToValue(content, Check.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  public Formula formula() {
    return scale.score();
  }

  public List<Dimension> dimensions() {
    return scale.dimensions();
  }

  /** By id. */
  public Collection<Check> checks() {
    return checks.values();
  }

  /** For what a breach of this rule counts. */
  public Dimension dimension(String rule) {
    Check check = checks.get(rule);
    return scale.dimensions().stream()
        .filter(d -> check == null ? rule.matches(d.rules()) : d.id().equals(check.dimension()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no dimension for " + rule));
  }

  /** Conditions of the checks that apply to a kind, by id. */
  Map<String, String> conditions(ProvinceTable table) {
    Map<String, String> conditions = new LinkedHashMap<>();
    checks.values().stream()
        .filter(check -> check.appliesTo(table))
        .forEach(check -> conditions.put(check.id(), check.conditionFor(table)));
    return conditions;
  }

  /** Empty texts for a rule that came with a pack of a site's own and is no more. */
  Texts texts(String rule) {
    return Optional.ofNullable(checks.get(rule))
        .map(check -> new Texts(check.zh(), check.en(), check.fixZh(), check.fixEn()))
        .or(() -> Optional.ofNullable(RuleCatalogue.rules().get(rule)).map(QualityRules::texts))
        .orElse(Texts.NONE);
  }

  private static Texts texts(Rule rule) {
    return new Texts(
        general(rule.zh().title()),
        general(rule.en().title()),
        general(rule.zh().fix()),
        general(rule.en().fix()));
  }

  private static String general(String text) {
    return text.replaceAll("\\{[0-9]}", SOME);
  }
}
