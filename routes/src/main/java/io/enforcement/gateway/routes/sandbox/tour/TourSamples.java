package io.enforcement.gateway.routes.sandbox.tour;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The samples that come with the standard and with the partners' folders: all invented. Immutable.
 */
final class TourSamples {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String STANDARD = "classpath*:standards/v1/samples/*/*.*";
  private static final String FOLDER = "sandbox/samples/";
  private static final String OUT = ".out.";

  /** What a golden file says of a part that could not be read. */
  private static final String REFUSED = "\"refused\"";

  /** By their path in the partners' folders. */
  private final NavigableMap<String, Resource> partners = new TreeMap<>();

  TourSamples() {
    for (Resource sample : resources("classpath*:" + FOLDER + "**/*.*")) {
      String path = path(sample);
      partners.put(path.substring(path.indexOf(FOLDER) + FOLDER.length()), sample);
    }
  }

  /** The first sample of what a guest sends as this exchange of which nothing is refused. */
  Optional<byte[]> sent(Guest guest, String exchange) {
    return sound(guest, exchange, "/receives/").findFirst();
  }

  /** The records that the guest's folder shows as received by this exchange. */
  List<StandardRecord> received(Guest guest, String exchange) {
    return sound(guest, exchange, "/sends/").map(StandardXml::read).toList();
  }

  private Stream<byte[]> sound(Guest guest, String exchange, String otherWay) {
    return below(guest.samples() + exchange + "/")
        .filter(path -> path.contains(".in.") && !path.contains(otherWay))
        .filter(this::isSound)
        .map(path -> bytes(partners.get(path)));
  }

  private boolean isSound(String in) {
    return below(in.substring(0, in.indexOf(".in.")) + OUT)
        .anyMatch(out -> !new String(bytes(partners.get(out)), UTF_8).contains(REFUSED));
  }

  /** What the sound samples of a guest show of its tables, in both directions. */
  List<JsonNode> rows(Guest guest) {
    return below(guest.samples())
        .filter(path -> path.contains(OUT) || path.endsWith(".in.json") && isSound(path))
        .map(path -> JSON.readTree(bytes(partners.get(path))))
        .toList();
  }

  private Stream<String> below(String folder) {
    return partners.tailMap(folder).keySet().stream().takeWhile(path -> path.startsWith(folder));
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
