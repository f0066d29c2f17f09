package io.enforcement.gateway.mappings.police;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.codes.CodeTable;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliceWordsTest {

  /** Codes without a word are refused on the way out: which ones, is said here. */
  @ParameterizedTest
  @CsvSource({
    "organ-kind, organ-type, 7",
    "case-source, case-source,",
    "paper-kind, transfer-paper,",
    "file-kind, attachment-kind,",
    "special-identity, special-identity,",
    "goods-measure, coercion-measure, 1",
    "supplement-kind, supplement-kind,",
    "filing-clock, filing-clock,",
    "review-outcome, filing-review-outcome,",
    "crime-result, crime-result, 03 04 06 07 08 09",
    "detention-result, detention-result,"
  })
  void everyWordIsACodeAndTheRestIsKnown(String list, String table, String without) {
    Set<String> codes =
        CodeTable.of(table).codes().stream().map(CodeTable.Code::code).collect(Collectors.toSet());
    Set<String> words = new TreeSet<>(PoliceFormat.meaning(list).targets());

    assertThat(codes).containsAll(words);
    codes.removeAll(words);
    assertThat(codes).isEqualTo(without == null ? Set.of() : Set.of(without.split(" ")));
    assertThat(PoliceFormat.word(list).targets()).doesNotHaveDuplicates();
  }
}
