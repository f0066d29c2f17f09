package io.enforcement.gateway.routes.province.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {

  @Test
  void aSpreadsheetProgramShowsWhatWasMeantAndCountsNothing() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Sheet sheet = new CsvSheet(bytes, List.of("名称", "数"))) {
      sheet.row(Arrays.asList("=1+1", -5));
      sheet.row(Arrays.asList("a,\"b\"\nc", null));
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF名称,数\r\n'=1+1,-5\r\n\"a,\"\"b\"\"\nc\",\r\n");
  }
}
