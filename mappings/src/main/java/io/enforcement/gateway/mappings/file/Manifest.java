package io.enforcement.gateway.mappings.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** What a batch file says of its files. The package's page tells the two forms. */
record Manifest(List<Line> files) {

  /** More than a batch can hold is not read. */
  private static final int LONGEST = 1 << 20;

  private static final List<String> COLUMNS = List.of("name", "type", "count", "bytes", "digest");

  /** One file; anything may be absent until {@link #checked()}. */
  @JsonPropertyOrder({"name", "type", "count", "bytes", "digest"})
  record Line(String name, String type, Integer count, Long bytes, String digest) {

    boolean complete() {
      return name != null
          && type != null
          && digest != null
          && count != null
          && count >= 0
          && bytes != null
          && bytes >= 0;
    }
  }

  /** In which form and under which name it lies in the zip. */
  public enum Form {
    JSON("manifest.json"),
    CSV("manifest.csv");

    private final String entry;

    Form(String entry) {
      this.entry = entry;
    }

    String entry() {
      return entry;
    }
  }

  /**
   * @throws Rejected with paths below the manifest's name
   */
  static Manifest read(byte[] content, Form form, Charset charset) {
    if (content.length > LONGEST) {
      throw new Rejected(
          Finding.of("batch.manifest", form.entry(), "longer than " + LONGEST + " bytes"));
    }
    try {
      return (form == Form.JSON
              ? StrictJson.read(content, Manifest.class)
              : ofTable(new CsvFile(charset, ',', COLUMNS).read(content)))
          .checked();
    } catch (Rejected e) {
      throw Places.below(form.entry(), e);
    }
  }

  byte[] write(Form form, Charset charset) {
    return form == Form.JSON
        ? PartnerJson.writeReadable(this)
        : new CsvFile(charset, ',', COLUMNS)
            .write(
                files.stream()
                    .map(f -> List.of(f.name, f.type, "" + f.count, "" + f.bytes, f.digest))
                    .toList());
  }

  private static Manifest ofTable(List<TableRow> rows) {
    List<Line> lines = new ArrayList<>();
    for (TableRow row : rows) {
      if (!row.findings().isEmpty()) {
        throw new Rejected(row.findings());
      }
      List<String> cells = row.cells().stream().map(String::strip).toList();
      Long count = whole(cells.get(2));
      lines.add(
          new Line(
              cells.get(0),
              cells.get(1),
              count == null ? null : count.intValue(),
              whole(cells.get(3)),
              cells.get(4)));
    }
    return new Manifest(lines);
  }

  private static Long whole(String text) {
    return text.matches("[0-9]{1,9}") ? Long.valueOf(text) : null;
  }

  private Manifest checked() {
    if (files == null || files.isEmpty()) {
      throw new Rejected(Finding.of("batch.manifest", "", "no file"));
    }
    for (int i = 0; i < files.size(); i++) {
      if (!files.get(i).complete()) {
        throw new Rejected(Finding.of("batch.manifest", "files[" + i + "]", "incomplete"));
      }
    }
    return this;
  }
}
