package io.enforcement.gateway.standards.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionsTest {

  private static final Divisions CHINA = Divisions.shipped();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  /**
   * NBS 2023 has 31, 342 and 2978; three of the 2978 are cities without counties under the city's
   * own code, 280 are the 市辖区 that it leaves out. The rest ended.
   */
  @ParameterizedTest
  @CsvSource({"1, 34, 0", "2, 342, 8", "3, 3255, 245", "4, 259, 14"})
  void hasAsManyDivisionsAsItsSources(int level, long inForce, long ended) {
    assertThat(CHINA.ofLevel(level))
        .filteredOn(division -> division.validOn(DAY))
        .hasSize((int) inForce);
    assertThat(CHINA.ofLevel(level))
        .filteredOn(division -> !division.validOn(DAY))
        .hasSize((int) ended);
  }

  @Test
  void everyDivisionHasItsPlaceAndSaysWhereItComesFrom() {
    for (int level = 1; level <= 4; level++) {
      int above = level - 1;
      assertThat(CHINA.ofLevel(level))
          .allSatisfy(division -> assertThat(division.name()).isNotBlank())
          .allSatisfy(division -> assertThat(division.source()).isNotBlank())
          .allSatisfy(
              division ->
                  assertThat(CHINA.parent(division.code()).map(Division::level).orElse(0))
                      .as(division.code())
                      .isEqualTo(above));
    }
  }

  /** A code that ended leads, in as many steps as it takes, to codes that are in force. */
  @Test
  void successorsLeadToDivisionsInForce() {
    for (int level = 1; level <= 4; level++) {
      assertThat(CHINA.ofLevel(level))
          .filteredOn(division -> !division.successors().isEmpty())
          .allSatisfy(division -> assertThat(division.validTo()).isNotNull())
          .allSatisfy(division -> assertThat(leadsToOneInForce(division)).isTrue());
    }
  }

  private static boolean leadsToOneInForce(Division division) {
    return division.successors().isEmpty()
        ? division.validOn(DAY)
        : division.successors().stream()
            .allMatch(next -> leadsToOneInForce(CHINA.find(next).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "640000, 宁夏回族自治区",
    "640100, 宁夏回族自治区银川市",
    "640104, 宁夏回族自治区银川市兴庆区",
    "640101, 宁夏回族自治区银川市市辖区",
    "640122101, 宁夏回族自治区银川市贺兰县金贵镇",
    "640422103000, 宁夏回族自治区固原市西吉县将台堡镇",
    "640500000000, 宁夏回族自治区中卫市",
    "110101, 北京市东城区",
    "500230, 重庆市丰都县",
    "419001, 河南省济源市",
    "659001, 新疆维吾尔自治区石河子市",
    "441900, 广东省东莞市",
    "442000, 广东省中山市",
    "460400, 海南省儋州市",
    "620200, 甘肃省嘉峪关市",
    "620201, 甘肃省嘉峪关市",
    "542421, 西藏自治区那曲地区那曲县",
    "710000, 台湾省",
    "810000, 香港特别行政区",
    "820000, 澳门特别行政区"
  })
  void givesTheNameAsInAnAddress(String code, String name) {
    assertThat(CHINA.fullName(code)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "640104, 2026-11-20, KNOWN",
    "640104000000, 2026-11-20, KNOWN",
    "640122101, 2026-11-20, KNOWN",
    "640122101000, 2026-11-20, KNOWN",
    "640122101203, 2026-11-20, KNOWN_ABOVE", // a village
    "640122999, 2026-11-20, UNKNOWN", // no such township, and we have them all
    "640122999001, 2026-11-20, UNKNOWN",
    "640199, 2026-11-20, UNKNOWN",
    "110101001, 2026-11-20, KNOWN_ABOVE",
    "110101001001, 2026-11-20, KNOWN_ABOVE",
    "110199001, 2026-11-20, UNKNOWN",
    "441900003, 2026-11-20, KNOWN_ABOVE", // Dongguan has no counties
    "320500001, 2026-11-20, UNKNOWN", // Suzhou has
    "640000001, 2026-11-20, UNKNOWN",
    "810001, 2026-11-20, UNKNOWN",
    "110228, 2015-09-30, KNOWN", // Miyun was a county
    "110228, 2026-11-20, NOT_IN_FORCE",
    "110228001, 2015-09-30, KNOWN_ABOVE",
    "110228001, 2026-11-20, NOT_IN_FORCE",
    "640422210, 2016-07-31, KNOWN",
    "640422210, 2026-11-20, NOT_IN_FORCE",
    "640422210201, 2026-11-20, NOT_IN_FORCE",
    "999999, 2026-11-20, UNKNOWN"
  })
  void knowsACodeOrSaysThatItDoesNot(String code, LocalDate day, DivisionKnowledge knowledge) {
    assertThat(CHINA.knows(code, day)).isEqualTo(knowledge);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "64",
        "6401",
        "64010",
        "6401040",
        "64010A",
        "640104 ",
        "６４０１０４",
        "640122101abc"
      })
  void whatIsNoCodeIsUnknown(String code) {
    assertThat(CHINA.find(code)).isEmpty();
    assertThat(CHINA.parent(code)).isEmpty();
    assertThat(CHINA.fullName(code)).isEmpty();
    assertThat(CHINA.knows(code, DAY)).isEqualTo(DivisionKnowledge.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "110228, 密云县, 110118", // county made a district, 2015
    "330103, 下城区, 330105", // Hangzhou, 2021
    "330104, 江干区, 330102 330114",
    "371202, 莱城区, 370116", // Laiwu became part of Jinan
    "371200, 莱芜市, 370100",
    "469003, 儋州市, 460400",
    "640422210, 将台乡, 640422103"
  })
  void knowsWhatBecameOfACode(String code, String name, String successors) {
    Division ended = CHINA.find(code).orElseThrow();

    assertThat(ended.name()).isEqualTo(name);
    assertThat(ended.successors()).containsExactly(successors.split(" "));
  }

  @Test
  void findsTheDivisionAboveOfCodesItHasNot() {
    assertThat(CHINA.parent("110101001001").map(Division::code)).contains("110101");
    assertThat(CHINA.parent("640122101201").map(Division::code)).contains("640122101");
    assertThat(CHINA.parent("640104").map(Division::code)).contains("640100");
    assertThat(CHINA.parent("429004").map(Division::name)).contains("省直辖县级行政区划");
    assertThat(CHINA.parent("640000")).isEmpty();
  }

  @Test
  void localAdditionsComeOnTopAndLeaveTheShippedOnesAlone() {
    Divisions local =
        CHINA.with(
            "division-local.csv",
            csv(
                "640106199,新设镇,2026-01-01,,,test",
                "640106198,将撤乡,,2026-06-30,640106199,test",
                "640106,金凤区,2002-10-19,,,test"));

    assertThat(local.fullName("640106199")).contains("宁夏回族自治区银川市金凤区新设镇");
    assertThat(local.knows("640106199", LocalDate.of(2025, 12, 31)))
        .isEqualTo(DivisionKnowledge.NOT_IN_FORCE);
    assertThat(local.knows("640106199", LocalDate.of(2026, 1, 1)))
        .isEqualTo(DivisionKnowledge.KNOWN);
    assertThat(local.knows("640106198", LocalDate.of(2026, 6, 30)))
        .isEqualTo(DivisionKnowledge.KNOWN);
    assertThat(local.knows("640106198", LocalDate.of(2026, 7, 1)))
        .isEqualTo(DivisionKnowledge.NOT_IN_FORCE);
    assertThat(local.find("640106").orElseThrow().validFrom()).isEqualTo("2002-10-19");
    assertThat(CHINA.knows("640106199", DAY)).isEqualTo(DivisionKnowledge.UNKNOWN);
    assertThat(CHINA.find("640106").orElseThrow().validFrom()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "640106199,甲镇,,,",
        "6401,银川市,,,,test",
        "640106000,金凤区,,,,test",
        "64010619X,甲镇,,,,test",
        "640106199,,,,,test",
        "640106199,甲镇,2026-02-30,,,test",
        "640106199,甲镇,2026-02-02,2026-02-01,,test",
        "640106199,甲镇,,2026-02-01,640106999,test",
        "640106199,甲镇,,2026-02-01,640106199,test",
        "640199199,甲镇,,,,test",
        "640106198,甲镇,,,,test",
      })
  void refusesAMalformedFileAndNamesItsLine(String row) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CHINA.with("division-x.csv", csv("640106198,乙镇,,,,test", row)))
        .withMessageStartingWith("division-x.csv")
        .withMessageMatching("(?s).*(line|row) 3.*");
  }

  @Test
  void refusesAFileOfAnotherShapeOrCharset() {
    byte[] gb18030 =
        "code,name,validFrom,validTo,successor,source\n640106199,甲镇,,,,test\n"
            .getBytes(Charset.forName("GB18030"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CHINA.with("division-x.csv", new ByteArrayInputStream(gb18030)))
        .withMessageContaining("division-x.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CHINA.with("division-x.csv", new ByteArrayInputStream("code,name\n".getBytes())))
        .withMessageContaining("division-x.csv")
        .withMessageContaining("header");
  }

  private static ByteArrayInputStream csv(String... rows) {
    return new ByteArrayInputStream(text(rows).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String... rows) {
    return "code,name,validFrom,validTo,successor,source\n" + String.join("\n", rows) + "\n";
  }
}
