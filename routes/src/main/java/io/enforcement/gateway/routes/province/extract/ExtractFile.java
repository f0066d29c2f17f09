package io.enforcement.gateway.routes.province.extract;

import io.enforcement.gateway.routes.province.sheet.CsvSheet;
import io.enforcement.gateway.routes.province.sheet.ExcelSheet;
import io.enforcement.gateway.routes.province.sheet.Sheet;
import io.enforcement.gateway.routes.province.store.ExtractStore;
import io.enforcement.gateway.routes.province.store.ExtractStore.Extract;
import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands an extract out in its form, a page in memory at a time. Thread-safe. */
public final class ExtractFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ExtractStore store;

  public ExtractFile(ExtractStore store) {
    this.store = store;
  }

  /**
   * Tells the trail, and writes the file; closes the stream.
   *
   * @param extract one that is done
   */
  public void write(Extract extract, String person, OutputStream out) throws IOException {
    store.handedOut(extract, person);
    switch (Format.valueOf(extract.format())) {
      case CSV -> rows(extract, new CsvSheet(out, Extracts.question(extract).headings()));
      case EXCEL -> rows(extract, new ExcelSheet(out, Extracts.question(extract).headings()));
      case JSON_LINES -> lines(extract, out);
    }
  }

  private void lines(Extract extract, OutputStream out) throws IOException {
    try (out) {
      int number = 0;
      Optional<byte[]> page = store.page(extract.id(), number);
      while (page.isPresent()) {
        out.write(page.get());
        page = store.page(extract.id(), ++number);
      }
    }
  }

  private void rows(Extract extract, Sheet sheet) throws IOException {
    List<String> names = new ArrayList<>(List.of(ProvinceSchema.STANDING));
    Extracts.question(extract).columns().stream().map(Column::name).forEach(names::add);
    try (sheet) {
      int number = 0;
      Optional<byte[]> page = store.page(extract.id(), number);
      while (page.isPresent()) {
        for (String line : new String(page.get(), StandardCharsets.UTF_8).split("\n")) {
          JsonNode act = JSON.readTree(line);
          sheet.row(names.stream().map(name -> cell(act.path(name))).toList());
        }
        page = store.page(extract.id(), ++number);
      }
    }
  }

  private static Object cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isContainer() ? value.toString() : value.asString();
  }
}
