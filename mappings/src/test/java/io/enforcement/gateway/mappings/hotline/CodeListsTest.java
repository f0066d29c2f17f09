package io.enforcement.gateway.mappings.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.codes.CodeTable;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of a city is named by the standard's table; what it reads or writes stands there. */
class CodeListsTest {

  private static final List<String> CITIES = List.of("yunling", "qinghe");

  @ParameterizedTest
  @CsvSource({
    "hotline-channel",
    "hotline-request",
    "hotline-urgency",
    "hotline-supervision",
    "hotline-supervision-state",
    "party-kind"
  })
  void readsCodesOfTheStandardOnly(String table) {
    for (String city : CITIES) {
      assertThat(PartnerCodes.beside(City.class, city + "-" + table).targets())
          .as(city)
          .isNotEmpty()
          .allMatch(CodeTable.of(table)::contains);
    }
  }

  /** What Qinghe does not know is refused for it, see the story of the folder. */
  @ParameterizedTest
  @CsvSource({
    "yunling, hotline-result, 0 1 2 3",
    "yunling, hotline-return, 01 02 03 04 05 99",
    "yunling, case-state, 01 02 03 04 05 06",
    "qinghe, hotline-result, 0 1 2",
    "qinghe, hotline-return, 01 02 03 04",
    "qinghe, case-state, 01 02 03 04 05"
  })
  void writesTheseCodesOfTheStandard(String city, String table, String codes) {
    PartnerCodes list = PartnerCodes.beside(City.class, city + "-" + table);
    assertThat(codes.split(" "))
        .hasSameSizeAs(list.targets())
        .allMatch(CodeTable.of(table)::contains)
        .allMatch(code -> list.to(code).isPresent());
  }
}
