package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartnerJsonTest {

  @Test
  void writesRareCharactersAndDecimalsAsTheyAre() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("b", "𠮷𣲗");
    row.put("a", new BigDecimal("0.200000"));
    row.put("c", null);

    assertThat(new String(PartnerJson.write(row), StandardCharsets.UTF_8))
        .isEqualTo("{\"b\":\"𠮷𣲗\",\"a\":0.200000,\"c\":null}");
  }

  @Test
  void indentsWithTheSameLineEndsEverywhere() {
    assertThat(new String(PartnerJson.writeReadable(Map.of("a", 1)), StandardCharsets.UTF_8))
        .isEqualTo("{\n  \"a\" : 1\n}");
  }
}
