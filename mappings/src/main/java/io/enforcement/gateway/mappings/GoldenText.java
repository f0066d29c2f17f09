package io.enforcement.gateway.mappings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results as text that people can review as a diff: only white space is changed. Pure; any thread.
 */
public final class GoldenText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private GoldenText() {}

  /**
   * What a translator wrote: JSON indented, any other text as it is, a workbook row by row, any
   * other archive entry by entry.
   */
  public static String of(byte[] written) {
    if (written.length > 1 && written[0] == 'P' && written[1] == 'K') {
      return archive(written);
    }
    String text = text(written);
    return text.startsWith("{") || text.startsWith("[") ? indent(MAPPER.readTree(written)) : text;
  }

  /**
   * Where two texts first differ: the path of a value when both are JSON, else {@code line N}.
   *
   * @return empty when they say the same; line ends do not matter, nor white space in JSON
   */
  public static Optional<String> difference(String expected, String actual) {
    String one = expected.replace("\r\n", "\n");
    String other = actual.replace("\r\n", "\n");
    if (one.equals(other)) {
      return Optional.empty();
    }
    Optional<JsonNode> tree = tree(one);
    return tree.isPresent() && tree(other).isPresent()
        ? difference(tree.get(), tree(other).get(), "")
        : Optional.of("line " + line(one.lines().toList(), other.lines().toList()));
  }

  private static Optional<JsonNode> tree(String text) {
    try {
      return text.startsWith("{") || text.startsWith("[")
          ? Optional.of(MAPPER.readTree(text))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> difference(JsonNode one, JsonNode other, String path) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    if (one.isObject() && other.isObject()) {
      return Stream.concat(one.propertyNames().stream(), other.propertyNames().stream())
          .distinct()
          .flatMap(
              name ->
                  difference(
                      one.path(name), other.path(name), path.isEmpty() ? name : path + "." + name)
                      .stream())
          .findFirst();
    }
    if (one.isArray() && other.isArray()) {
      return IntStream.range(0, Math.max(one.size(), other.size()))
          .boxed()
          .flatMap(i -> difference(one.path(i), other.path(i), path + "[" + i + "]").stream())
          .findFirst();
    }
    return Optional.of(path);
  }

  private static int line(List<String> one, List<String> other) {
    int line = 0;
    while (line < Math.min(one.size(), other.size()) && one.get(line).equals(other.get(line))) {
      line++;
    }
    return line + 1;
  }

  private static String text(byte[] written) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(written)).toString();
    } catch (CharacterCodingException e) {
      return new String(written, Charset.forName("GB18030"));
    }
  }

  private static String archive(byte[] archive) {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        if (entry.getName().equals(SHEET)) {
          return SheetText.of(content);
        }
        text.append("== ").append(entry.getName()).append('\n');
        text.append(of(content)).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** What was read: each part with its position, as the standard's JSON twin or as its findings. */
  public static String of(List<Part> parts) {
    ArrayNode array = MAPPER.createArrayNode();
    for (Part part : parts) {
      ObjectNode node = array.addObject().put("position", part.position());
      if (part instanceof Part.Translated translated) {
        node.put("recordType", translated.record().getClass().getSimpleName());
        node.setAll((ObjectNode) MAPPER.readTree(StandardJson.write(translated.record())));
      } else if (part instanceof Part.Refused refused) {
        refused.findings().forEach(f -> node.withArray("refused").add(line(f)));
      }
    }
    return indent(array);
  }

  /** Why the whole was refused, one finding a line: severity, rule, path. */
  public static String ofFindings(List<Finding> findings) {
    return findings.stream().map(f -> line(f) + "\n").collect(Collectors.joining());
  }

  static String line(Finding finding) {
    return (finding.severity() + " " + finding.rule() + " " + finding.path()).strip();
  }

  private static String indent(JsonNode tree) {
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    return text.replace("\r\n", "\n") + "\n";
  }
}
