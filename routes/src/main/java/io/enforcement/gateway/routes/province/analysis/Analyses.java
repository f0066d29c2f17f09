package io.enforcement.gateway.routes.province.analysis;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.enforcement.gateway.routes.province.store.AnalysisStore;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All analyses, and their answers. Thread-safe. */
public final class Analyses {

  private static final String FILES = "classpath*:province/analyses/*.yaml";
  private static final String ENDING = ".yaml";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Map<String, Analysis> byId;
  private final AnalysisStore store;

  /**
   * @throws IllegalArgumentException when a file is not as it should be; names the file
   */
  public Analyses(AnalysisStore store) {
    this.store = store;
    this.byId = shipped();
  }

  private static Map<String, Analysis> shipped() {
    Map<String, Analysis> analyses = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        Analysis analysis = read(file.getFilename(), file.getContentAsByteArray());
        analyses.put(analysis.id(), analysis);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("analyses cannot be listed", e);
    }
    return analyses;
  }

  private static Analysis read(String file, byte[] yaml) {
    try {
      ObjectNode content = (ObjectNode) YAML.readTree(yaml);
      content.put("id", file.substring(0, file.length() - ENDING.length()));
      return YAML.treeToValue(content, Analysis.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** By id. */
  public Collection<Analysis> all() {
    return byId.values();
  }

  public Optional<Analysis> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * So many rows after this key, in the order of the keys.
   *
   * @throws Analysis.UnfitValue when a parameter does not fit
   */
  public List<Map<String, Object>> rows(
      Analysis analysis, Span span, Map<String, String> parameters, String after, int limit) {
    return store.rows(analysis.select(), span, analysis.values(parameters), after, limit);
  }

  /**
   * How many rows there are.
   *
   * @throws Analysis.UnfitValue when a parameter does not fit
   */
  public long count(Analysis analysis, Span span, Map<String, String> parameters) {
    return store.count(analysis.select(), span, analysis.values(parameters));
  }

  /**
   * Saves parameters under a name of the caller's choice.
   *
   * @return false when the name is taken
   * @throws Analysis.UnfitValue when a parameter does not fit
   */
  public boolean save(
      Analysis analysis, String name, Map<String, String> parameters, String person) {
    return store.save(analysis.id(), name, analysis.values(parameters), person);
  }
}
