package io.enforcement.gateway.routes.pack.check;

import static io.enforcement.gateway.routes.pack.check.CheckedPack.CHECK;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.TODAY;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.check;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.pack;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.pack.check.PackProblem.Severity;
import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PackFiles.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack is looked at whole: everything that is wrong at once, each with its line. */
class PackCheckTest {

  private static final Path STORIES = Path.of("src/test/resources/story");

  static List<Path> storyPartners() throws IOException {
    try (Stream<Path> settings = Files.find(STORIES, 3, (p, a) -> p.endsWith("partner.yaml"))) {
      return settings.map(Path::getParent).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("storyPartners")
  void findsNoErrorInThePartnersOfTheStories(Path partner) throws IOException {
    assertThat(check(PackFiles.ofFolder(partner))).noneMatch(PackProblem::isError);
  }

  @ParameterizedTest
  @CsvSource({
    "penalty-decision:PenaltyDecision:rest:json,",
    "inspection:Inspection:sftp:csv, 'host, user, host-key-fingerprint'",
    "inspection:Inspection:filedrop:csv, root",
    "licence:LicenceDecision:frontdb:json, 'url, user'",
    "licence:LicenceDecision:jms:json, 'broker, queue, aside'",
    "reasons-request:ReasonsRequest:soap:xml,",
    "case:EnforcementCase:rest:xml,",
    "inspection:Inspection:sftp:xml, 'host, user, host-key-fingerprint'",
    "clue:ClueTransfer:amqp:json,"
  })
  void findsNothingButWhatIsLeftToTheSiteInAPackThatHasJustBeenBegun(
      String exchange, String missing) {
    Map<String, String> files =
        NewPack.of("water", "水务局", List.of(NewExchange.of(true, exchange)), TODAY);

    List<PackProblem> problems = check(pack(files));

    assertThat(problems).noneMatch(PackProblem::isError);
    assertThat(problems)
        .extracting(problem -> problem.what().replaceFirst(".*: ", ""))
        .isEqualTo(missing == null ? List.of() : List.of(missing));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penalty-decision:PenaltyDecision:outbox:json",
        "receipt:Receipt:sftp:csv",
        "crime-transfer:CrimeTransfer:soap:xml",
        "case:EnforcementCase:rest:xml",
        "licence:LicenceDecision:frontdb:json"
      })
  void asksOnlyForTheRightInAPackOfAReceiver(String exchange) {
    Map<String, String> files =
        NewPack.of("water", "水务局", List.of(NewExchange.of(false, exchange)), TODAY);

    assertThat(check(pack(files)))
        .filteredOn(problem -> !problem.what().contains("needs settings"))
        .extracting(PackProblem::severity, PackProblem::what)
        .containsExactly(
            tuple(Severity.WARNING, "receives[0].basis is still to be filled in"),
            tuple(Severity.WARNING, "receives[0].purpose is still to be filled in"));
  }

  @Test
  void saysWhatWasProbablyMeant() {
    assertThat(check(pack(Map.of("partner.yaml", "partnr: water\nquota: { messages: 1 }"))))
        .filteredOn(PackProblem::isError)
        .extracting(PackProblem::fix)
        .contains("did you mean partner?", "known here: messagesPerSecond");
  }

  @Test
  void speaksChineseToo() {
    assertThat(
            CHECK.check(
                pack(Map.of("partner.yaml", "partner: water\nnmae: x")), Locale.SIMPLIFIED_CHINESE))
        .extracting(PackProblem::what)
        .contains("没有设置项 nmae", "该单位既不报送、不接收，也不查询");
  }

  @Test
  void tellsTwoHundredFaultsAtOnce() {
    String exchanges =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    "  - { exchange: e%d, via: rset, accepts: [x], translator: t%d.jslt }\n"
                        .formatted(i, i))
            .collect(Collectors.joining("", "partner: water\nsends:\n", ""));

    assertThat(check(pack(Map.of("partner.yaml", exchanges))))
        .filteredOn(PackProblem::isError)
        .hasSize(300)
        .extracting(PackProblem::line)
        .contains(3, 102);
  }

  @Test
  void asksForSettings() {
    assertThat(check(pack(Map.of("other.yaml", "x"))))
        .extracting(PackProblem::what)
        .containsExactly("there is no partner.yaml");
  }

  @Test
  void tellsWhatIsWrongWithAHostilePackWholeAlthoughItCannotBeRead() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("../../etc/cron.d/x", "x");
    files.put("partner.yaml", "partner: water\nnme: x\n");
    files.put("samples\\u001b[2J.json", "{}");

    Unreadable unreadable =
        catchThrowableOfType(Unreadable.class, () -> PackFiles.ofZip(zip(files)));

    assertThat(CHECK.unreadable("water.zip", unreadable, Locale.SIMPLIFIED_CHINESE))
        .filteredOn(PackProblem::isError)
        .extracting(problem -> problem.file() + ":" + problem.line() + ": " + problem.what())
        .contains(
            "partner.yaml:2: 没有设置项 nme",
            "water.zip:0: 无法读取对接包：文件名 ../../etc/cron.d/x 不合要求：只用文字、数字和 . _ - /，不得指向包外，不超过 200 个字符",
            "water.zip:0: 无法读取对接包：文件名 samples\\u001b?2J.json 不合要求：只用文字、数字和 . _ - /，不得指向包外，不超过 200"
                + " 个字符");
  }
}
