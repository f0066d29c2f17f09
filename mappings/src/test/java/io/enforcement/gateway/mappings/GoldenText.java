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
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Results as text that people can review as a diff: only white space is changed. */
final class GoldenText {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private GoldenText() {}

  /**
   * What a translator wrote: JSON indented, any other text as it is, an archive entry by entry, a
   * workbook as another program reads it.
   */
  static String of(byte[] written) {
    if (written.length > 1 && written[0] == 'P' && written[1] == 'K') {
      String entries = entries(written);
      return entries.contains("== xl/workbook.xml\n") ? rows(written) : entries;
    }
    String text = text(written);
    return text.startsWith("{") || text.startsWith("[") ? indent(MAPPER.readTree(written)) : text;
  }

  private static String text(byte[] written) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(written)).toString();
    } catch (CharacterCodingException e) {
      return new String(written, Charset.forName("GB18030"));
    }
  }

  private static String entries(byte[] archive) {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append("== ").append(entry.getName()).append('\n');
        text.append(of(zip.readAllBytes())).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Each row below the header as lines of column and value; an empty cell is an empty value. */
  private static String rows(byte[] workbook) {
    StringBuilder text = new StringBuilder();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      List<Row> rows = book.getFirstSheet().read();
      for (int n = 1; n < rows.size(); n++) {
        text.append("row ").append(n + 1).append('\n');
        for (int i = 0; i < rows.get(0).getCellCount(); i++) {
          text.append(rows.get(0).getCellText(i)).append(',');
          text.append(rows.get(n).getCellText(i)).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static String of(List<Part> parts) {
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

  static String ofFindings(List<Finding> findings) {
    return findings.stream().map(f -> line(f) + "\n").collect(Collectors.joining());
  }

  private static String line(Finding finding) {
    return (finding.severity() + " " + finding.rule() + " " + finding.path()).strip();
  }

  private static String indent(JsonNode tree) {
    String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    return text.replace("\r\n", "\n") + "\n";
  }
}
