package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The samples that come with the standard and with the partners' folders: all invented. */
final class TourSamples {

  private static final String STANDARD = "classpath*:standards/v1/samples/*/*.*";
  private static final String PARTNERS = "classpath*:sandbox/samples/";

  /** What a golden file says of a part that could not be read. */
  private static final String REFUSED = "\"refused\"";

  private TourSamples() {}

  /** One document of a partner. */
  record Document(String name, byte[] content) {}

  /** The first sample of what a partner sends as this exchange of which nothing is refused. */
  static Optional<Document> of(Guest guest, String exchange) {
    int slash = guest.folder().indexOf('/');
    String folder = slash < 0 ? guest.folder() : guest.folder().substring(0, slash);
    String variant = slash < 0 ? "" : guest.folder().substring(slash + 1) + "/";
    String pattern = PARTNERS + folder + "/samples/" + variant + exchange + "/**/*.*";
    List<Resource> all = resources(pattern);
    Set<String> sound =
        all.stream()
            .filter(r -> r.getFilename().endsWith(".out.json"))
            .filter(r -> !new String(bytes(r), StandardCharsets.UTF_8).contains(REFUSED))
            .map(r -> caseOf(r.getFilename()))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(r -> !path(r).contains("/receives/"))
        .filter(r -> r.getFilename().contains(".in."))
        .filter(r -> sound.contains(caseOf(r.getFilename())))
        .min(Comparator.comparing(TourSamples::path))
        .map(r -> new Document(caseOf(r.getFilename()), bytes(r)));
  }

  /** Every record of the standard that is exchanged by itself, as many as there are samples. */
  static List<StandardRecord> records() {
    List<StandardRecord> records = new ArrayList<>();
    for (Resource sample : resources(STANDARD)) {
      String[] steps = path(sample).split("/");
      String name = steps[steps.length - 2];
      if (Dictionary.v1().record(name).orElseThrow().key().isEmpty()) {
        continue;
      }
      byte[] bytes = bytes(sample);
      records.add(
          sample.getFilename().endsWith(".xml")
              ? StandardXml.read(bytes)
              : StandardJson.read(bytes, RecordTypes.of(name).orElseThrow()));
    }
    return records;
  }

  private static String caseOf(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  private static List<Resource> resources(String pattern) {
    try {
      return List.of(new PathMatchingResourcePatternResolver().getResources(pattern));
    } catch (IOException e) {
      throw new UncheckedIOException("samples cannot be listed", e);
    }
  }

  private static String path(Resource resource) {
    try {
      return resource.getURL().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException("a sample has no address", e);
    }
  }

  private static byte[] bytes(Resource resource) {
    try {
      return resource.getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a sample cannot be read", e);
    }
  }
}
