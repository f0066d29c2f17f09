package io.enforcement.gateway.mappings.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ColumnPathTest {

  private static final List<Field> DECISION =
      Dictionary.v1().record("PenaltyDecision").orElseThrow().fields();
  private static final JsonNode RECORD =
      JsonMapper.builder()
          .build()
          .readTree(
              """
              {
                "punishFileNum": "示罚〔2026〕1号",
                "hearing": true,
                "parties": [
                  {"name": "甲", "uscc": "U1"},
                  {"name": "乙", "certificate": {"number": "N2"}}
                ],
                "penalties": [
                  {"type": "03", "amount": "100.00"},
                  {"type": "04", "amount": "7.50"},
                  {"type": "05", "amount": "2.50"}
                ],
                "validUntil": null
              }
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "punishFileNum; 示罚〔2026〕1号",
        "hearing; true",
        "parties.name; 甲,乙",
        "penalties[type=03].amount; 100.00",
        "penalties[type=04+05].amount; 7.50,2.50",
        "penalties[type=06].amount; ''",
        "validUntil|punishFileNum; 示罚〔2026〕1号",
        "parties.uscc|parties.certificate.number; U1",
        "parties.certificate=有; 有",
        "legalReview=1|=0; 0",
        "punishFileNum=逾期未履行{}确定的义务; 逾期未履行示罚〔2026〕1号确定的义务",
        "[hearing=true]=01|=02; 01",
        "[hearing=false]=01|=02; 02",
        "[hearing=true].parties.name; 甲,乙",
        "=2; 2",
        "remark; ''",
      })
  void findsWhatItNames(String path, String expected) {
    assertThat(
            String.join(
                ",",
                ColumnPath.of(path, DECISION).in(RECORD).stream().map(JsonNode::asString).toList()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|remark",
        "parties.nmae",
        "parties[kin=1].name",
        "remark.text",
        "parties[kind=1",
        "parties..name",
        "parties.",
        "body uscc"
      })
  void whatTheStandardDoesNotHaveIsAMistake(String path) {
    assertThatThrownBy(() -> ColumnPath.of(path, DECISION))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void knowsTheFieldsOfAPart() {
    assertThat(ColumnPath.below("penalties[type=03]", DECISION))
        .extracting(Field::property)
        .contains("amount", "partyNos");
  }
}
