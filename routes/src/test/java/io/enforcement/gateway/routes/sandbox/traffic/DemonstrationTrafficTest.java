package io.enforcement.gateway.routes.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.CsvFile;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.Message;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemonstrationTrafficTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private final DemonstrationTraffic traffic = DemonstrationTraffic.of(7, 0, TODAY);

  @Test
  void isTheSameForTheSameSeed() {
    // Pinned: a change here changes what every reader of the demonstration sees.
    assertThat(traffic.digest()).isEqualTo(DemonstrationTraffic.of(7, 0, TODAY).digest());
    assertThat(traffic.digest()).startsWith("933fe183");
  }

  @Test
  void isAnotherForAnotherSeedAndForAnotherRun() {
    assertThat(traffic.digest()).isNotEqualTo(DemonstrationTraffic.of(8, 0, TODAY).digest());
    DemonstrationTraffic later = DemonstrationTraffic.of(7, 1, TODAY);
    assertThat(keys(later)).doesNotContainAnyElementsOf(keys(traffic));
    assertThat(later.files()).extracting(CsvFile::name).doesNotContainAnyElementsOf(names(traffic));
  }

  @Test
  void isLargeEnoughAndMostlyRight() {
    assertThat(traffic.records()).isGreaterThanOrEqualTo(360);
    assertThat(traffic.records(Fate.ACCEPTED)).isGreaterThanOrEqualTo(300);
    assertThat(traffic.records(Fate.DUPLICATE)).isGreaterThanOrEqualTo(12);
    assertThat(traffic.files()).hasSize(8);
    assertThat(traffic.files().stream().mapToInt(f -> f.fates().size()).sum())
        .isGreaterThanOrEqualTo(100);
  }

  @Test
  void holdsAtLeastADozenKindsOfMistakes() {
    assertThat(stories(Fate.REFUSED)).hasSizeGreaterThanOrEqualTo(18);
    assertThat(stories(Fate.DUPLICATE)).containsExactlyInAnyOrder("sent-twice", "other-key");
    assertThat(stories(Fate.ACCEPTED)).contains("decision", "revision", "overdue");
    assertThat(traffic.revocations()).hasSize(6);
  }

  @Test
  void countsTheRowsOfEachFile() {
    for (CsvFile file : traffic.files()) {
      long lines = new String(file.content(), CityCsv.CHARSET).lines().count();
      assertThat(file.fates()).as(file.name()).hasSize((int) lines - 1);
    }
  }

  @Test
  void usesCharactersBeyondTheBasicPlane() {
    String all =
        traffic.messages().stream()
            .map(m -> new String(m.body(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertThat(all).contains("𠮷", "䶮", "𬎆");
    assertThat(all.codePoints().anyMatch(c -> c > 0xFFFF)).isTrue();
    String files =
        traffic.files().stream()
            .map(f -> new String(f.content(), CityCsv.CHARSET))
            .collect(Collectors.joining());
    assertThat(files).contains("𠮷", "䶮", "\"\"已安排清扫\"\"");
  }

  @Test
  void writesBothYuanAndTenThousands() {
    String all =
        traffic.messages().stream()
            .map(m -> new String(m.body(), StandardCharsets.UTF_8))
            .collect(Collectors.joining());
    assertThat(all).contains("\"单位\":\"万元\"", "\"单位\":\"元\"", "123.456789", "0.199999");
  }

  @Test
  void keepsRepeatsInTheLaneOfTheirOriginal() {
    Set<String> seen = new HashSet<>();
    for (Message message : traffic.messages()) {
      if (message.story().equals("sent-twice")) {
        assertThat(seen).contains(message.key() + "@" + message.lane());
      }
      seen.add(message.key() + "@" + message.lane());
    }
  }

  @Test
  void prosecutesAtLeastTwelveKindsOfOffences() {
    assertThat(Offence.of("housing")).hasSizeGreaterThanOrEqualTo(12);
    assertThat(Offence.of("city-management")).isNotEmpty();
  }

  @Test
  void computesCheckCharactersLikeTheStandards() {
    // Published worked examples and samples of the domain papers.
    assertThat(InventedCodes.usccCheck("91640122MA7QX3D8X")).isEqualTo('U');
    assertThat(InventedCodes.usccCheck("1164010678L04X123")).isEqualTo('X');
    assertThat(InventedCodes.citizenCheck("64018119780621304")).isEqualTo('3');
    Random random = new Random(1);
    Parties parties = new Parties(random, TODAY);
    for (int i = 0; i < 500; i++) {
      String code = parties.next(Party.Kind.COMPANY).code();
      assertThat(code).matches("91[0-9]{6}[0-9A-Y]{10}").doesNotContain("I", "O", "S", "V", "Z");
      assertThat(InventedCodes.usccCheck(code)).isEqualTo(code.charAt(17));
      assertThat(InventedCodes.organisationCheck(code.substring(8))).isEqualTo(code.charAt(16));
    }
  }

  @Test
  void goesOnWithoutEndAndWithoutRepeatingAKey() {
    List<String> keys =
        DemonstrationTraffic.endless(7, 0, TODAY).limit(500).map(Message::key).toList();
    assertThat(keys).doesNotHaveDuplicates().doesNotContainAnyElementsOf(keys(traffic));
  }

  private Set<String> stories(Fate fate) {
    return traffic.messages().stream()
        .filter(m -> m.fate() == fate)
        .map(Message::story)
        .collect(Collectors.toSet());
  }

  private static List<String> keys(DemonstrationTraffic traffic) {
    return traffic.messages().stream().map(Message::key).toList();
  }

  private static List<String> names(DemonstrationTraffic traffic) {
    return traffic.files().stream().map(CsvFile::name).toList();
  }
}
