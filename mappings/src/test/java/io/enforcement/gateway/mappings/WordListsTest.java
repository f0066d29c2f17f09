package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.codes.CodeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder's {@code <table>-word.csv} has a word for every code of the standard's table, and where
 * the folder reads these words too, its {@code <table>.csv} says the same.
 */
class WordListsTest {

  private static final String ENDING = "-word.csv";

  @TestFactory
  Stream<DynamicTest> hasAWordForEveryCodeAndReadsTheSameWords() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                lists(partner).stream()
                    .map(
                        list ->
                            DynamicTest.dynamicTest(
                                partner + "/" + list, () -> agrees(partner, list))));
  }

  private static void agrees(PartnerFolder partner, String list) {
    String table = list.substring(0, list.length() - ENDING.length());
    Map<String, String> words =
        partner
            .file(list)
            .lines()
            .skip(1)
            .map(line -> line.split(",", 2))
            .collect(Collectors.toMap(row -> row[0], row -> row[1]));

    assertThat(words.keySet())
        .containsExactlyInAnyOrderElementsOf(
            CodeTable.of(table).codes().stream().map(CodeTable.Code::code).toList());
    String read = partner.file(table + ".csv");
    if (read != null) {
      PartnerCodes codes = PartnerCodes.of(table, read);
      assertThat(codes.targets()).hasSameSizeAs(words.keySet());
      words.forEach((code, word) -> assertThat(codes.to(word)).as(word).contains(code));
    }
  }

  private static List<String> lists(PartnerFolder partner) {
    try (Stream<Path> files = Files.list(partner.sources())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
