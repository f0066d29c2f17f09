package io.enforcement.gateway.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One column at a time, as a line of a file of columns. */
class ColumnMapTest {

  private static final List<Field> DECISION =
      Dictionary.v1().record("PenaltyDecision").orElseThrow().fields();
  private static final JsonNode RECORD =
      JsonMapper.builder()
          .build()
          .readTree(
              """
      {
        "cdTime": "2026-05-20T16:30:00Z",
        "body": {"areaNumber": "640104001", "uscc": "U"},
        "caseReference": {"superviseItemCode": "01020304050607"},
        "punishSetDate": "2026-05-20",
        "remark": "𠮷祥",
        "hearing": false,
        "parties": [{"no": 1}],
        "officers": [{"name": "甲", "certNo": "1"}, {"name": "乙,丙", "certNo": "2"}],
        "punishAccords": [{"lawName": "甲法", "provision": "第一条"}, {"lawName": "乙法"}],
        "penalties": [
          {"type": "03", "amount": "100.10"}, {"type": "03", "amount": "0.90"}, {"type": "01"}
        ]
      }
      """);

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("remark,text,2,1,", "𠮷祥"),
        Arguments.of("officers.name,text,,1,", "甲;乙,丙"),
        Arguments.of("officers.certNo,list,3,2,", "1,2"),
        Arguments.of("caseReference.superviseItemCode,digits,14,1,", "01020304050607"),
        Arguments.of("penalties.type,code,5,1,kinds", "F,W"),
        Arguments.of("penalties.type,name,,1,penalty-type", "罚款;罚款;警告"),
        Arguments.of("hearing,flag,1,1,", "0"),
        Arguments.of("cdTime,time,,1,", "2026-05-21 00:30:00"),
        Arguments.of("cdTime,date,,1,", "2026-05-21"),
        Arguments.of("punishSetDate,date,,1,", "2026-05-20"),
        Arguments.of("body.areaNumber,county,6,1,", "640104"),
        Arguments.of("body.areaNumber,area,100,1,", "宁夏回族自治区银川市兴庆区"),
        Arguments.of("penalties[type=03].amount,money,5,1,", new BigDecimal("101.00")),
        Arguments.of("parties.no,number,1,1,", new BigDecimal("1")),
        Arguments.of("punishAccords,basis,12,1,", "《甲法》第一条;《乙法》"),
        Arguments.of(
            "officers,rows,,1,officer", List.of(Map.of("name", "甲"), Map.of("name", "乙,丙"))),
        Arguments.of("validUntil,date,,0,", null));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void writesAColumnInItsForm(String line, Object expected) {
    Reading reading = new Reading();

    assertThat(written(line, reading)).isEqualTo(expected);
    assertThat(reading.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "remark,text,1,1, > mapping.too-long row.c",
        "punishAccords,basis,11,1, > mapping.too-long row.c",
        "officers.name,list,,1, > mapping.separator row.c",
        "caseReference.superviseItemCode,digits,13,1, > mapping.digits row.c",
        "caseReference.superviseItemCode,digits,15,1, > mapping.digits row.c",
        "remark,digits,2,1, > mapping.digits row.c",
        "penalties.type,code,5,1,fines > mapping.code row.c",
        "penalties.type,code,2,1,kinds > mapping.too-long row.c",
        "penalties[type=03].amount,money,4,1, > mapping.too-long row.c",
        "validUntil,date,,1, > mapping.missing row.c",
        "officers.name,text,,3, > mapping.too-few row.c",
        "officers,rows,,1,name-of-one > mapping.too-long row.c[1].name",
      })
  void refusesUnderTheColumnsName(String line, String finding) {
    Reading reading = new Reading();

    written(line, reading);

    assertThat(reading.findings())
        .singleElement()
        .satisfies(f -> assertThat(f.rule() + " " + f.path()).isEqualTo(finding))
        .satisfies(f -> assertThat(f.valueClass()).doesNotContain("乙").doesNotContain("𠮷"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "remark,word,,0,",
        "remark,code,,0,no-such-list",
        "remark,name,,0,no-such-table",
        "officers,rows,,0,no-such-columns",
        "remark,text,many,0,",
        "remarks,text,,0,"
      })
  void aWrongLineIsFoundWhenItIsRead(String line) {
    assertThatThrownBy(() -> columns(line))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("columns test, c");
  }

  @Test
  void aColumnStandsOnce() {
    assertThatThrownBy(() -> columns("remark,text,,0,\nc,栏目,remark,text,,0,"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("twice");
  }

  private static Object written(String line, Reading reading) {
    return columns(line).row(RECORD, "row.", reading).get("c");
  }

  private static ColumnMap columns(String line) {
    String csv = "column,label,path,form,length,least,codes\nc,栏目," + line + "\n";
    return ColumnMap.of(
        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
        "test",
        ColumnMapTest.class,
        DECISION);
  }
}
