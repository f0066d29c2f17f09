package io.enforcement.gateway.mappings.procuratorate;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.codes.CodeTable;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcuratorateWordsTest {

  /** Codes without a word are refused on the way out: which ones, is said here. */
  @ParameterizedTest
  @CsvSource({
    "paper-kind, transfer-paper,",
    "file-kind, attachment-kind,",
    "special-identity, special-identity,",
    "goods-measure, coercion-measure, 1",
    "filing-clock, filing-clock,",
    "review-outcome, filing-review-outcome,",
    "supervision-ground, filing-supervision-ground,",
    "supervision-result, filing-supervision-result,",
    "crime-result, crime-result,",
    "non-prosecution-kind, non-prosecution-kind,",
    "suggestion-kind, prosecutorial-suggestion,",
    "letter-kind, prosecutorial-letter,",
    "opinion-outcome, opinion-outcome,"
  })
  void everyWordIsACodeAndTheRestIsKnown(String list, String table, String without) {
    Set<String> codes =
        CodeTable.of(table).codes().stream().map(CodeTable.Code::code).collect(Collectors.toSet());
    Set<String> words = new TreeSet<>(ProcuratorateFormat.meaning(list).targets());

    assertThat(codes).containsAll(words);
    codes.removeAll(words);
    assertThat(codes).isEqualTo(without == null ? Set.of() : Set.of(without.split(" ")));
    assertThat(ProcuratorateFormat.word(list).targets()).doesNotHaveDuplicates();
  }
}
