package io.enforcement.gateway.routes.pack.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.pack.check.PackProblem.Severity;
import io.enforcement.gateway.routes.pack.scaffold.NewExchange;
import io.enforcement.gateway.routes.pack.scaffold.NewPack;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pack is looked at whole: everything that is wrong at once, each with its line. */
class PackCheckTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final PackCheck CHECK = new PackCheck(() -> TODAY);
  private static final Path STORIES = Path.of("src/test/resources/story");

  @TempDir Path folder;

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
  void holdsTheSettingsAgainstWhatTheyAreToBecome() {
    assertThat(
            errors(
                """
                partner: Water Bureau
                partner: water
                nmae: { zh: 水务局 }
                authentication: gatway
                credentials: 9f86d081884c7d659a2feaa0c55ad015
                sends: nothing
                receives:
                  - exchange: penalty-decision
                    via: carrier-pigeon
                    records: [PenaltyDecison, Revocation]
                    basis: ''
                    fields: [public, parties.nick]
                    selector: "regoin = '640106' AND minor = FALSE"
                    concurrency: many
                    holdsRepaired: perhaps
                    retry: [PT5S, soon, PT0S]
                    translator: decision.jslt
                    settings: { password: x, directory: in }
                  - just a word
                queries: [LICENCES, LICENCES]
                quota: { messagesPerSecond: 0 }
                contacts:
                  - office: 信息中心
                  - { phone: "0951", email: nobody }
                expectations:
                  - { exchange: inspection, every: fortnight, by: "18:00" }
                  - { exchange: inspection, every: workday, by: "25:00" }
                retention: half a year
                """))
        .containsExactly(
            "1: the name Water Bureau is not plain",
            "2: partner is there twice",
            "3: there is no setting nmae",
            "4: authentication does not know the word gatway",
            "5: credentials looks like a secret itself",
            "6: sends is not a list",
            "8: receives[0].purpose is missing",
            "9: receives[0].via does not know the word carrier-pigeon",
            "10: the standard has no record PenaltyDecison",
            "11: receives[0].basis says nothing",
            "12: parties.nick is neither public nor personal, nor a field of these records",
            "13: no record of this subscription has a property minor",
            "13: no record of this subscription has a property regoin",
            "14: receives[0].concurrency is not a whole number",
            "15: receives[0].holdsRepaired is neither true nor false",
            "16: PT0S is no waiting time",
            "16: soon is no waiting time",
            "17: the pack has no file decision.jslt",
            "18: the setting password would hold a secret",
            "19: receives[1] is not of the form \"key: value\"",
            "20: queries[1] repeats LICENCES",
            "21: the number is out of range",
            "23: the contact has neither phone nor email",
            "24: contacts[1].office is missing",
            "24: this is no email address",
            "26: expectations[0].every does not know the word fortnight",
            "27: 25:00 is no time of day",
            "27: the partner sends no exchange inspection",
            "28: half a year is no period");
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
  void saysWhatEntriesMayNotSayTogether() {
    assertThat(
            errors(
                """
                partner: water
                authentication: provincial
                sends:
                  - { exchange: one, via: soap, translator: housingPenaltyDecision }
                  - exchange: two
                    via: rest
                    accepts: [application/json]
                    settings: { form-field: data }
                    translator: housingPenaltyDecison
                receives:
                  - exchange: three
                    via: outbox
                    records: [Receipt]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                  - exchange: three
                    via: rest
                    records: [Receipt]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                """))
        .containsExactly(
            "2: one comes via soap, whose envelope carries our own proof only",
            "8: the setting form-field and accepts: [application/x-www-form-urlencoded] go"
                + " together, and neither without the other",
            "9: the gateway brings no translator housingPenaltyDecison",
            "11: three is via outbox and given again until it is acknowledged",
            "12: the partner fetches some deliveries and is brought others",
            "18: the exchange three is there twice");
  }

  @Test
  void looksIntoTheSettingsOfEveryTransport() {
    assertThat(
            errors(
                """
                partner: water
                credentials: water
                sends:
                  - exchange: one
                    via: sftp
                    translator: housingPenaltyDecision
                    settings:
                      directroy: out
                      poll: every minute
                      port: twenty-two
                      ready: soon
                      host-key-fingerprint: MD5:ab
                  - exchange: two
                    via: frontdb
                    translator: housingPenaltyDecision
                    settings: { table: "two tables", key-colum: ID, url: db.example, max-rows: -1 }
                receives:
                  - exchange: three
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    selector: "region = '${our-region}'"
                    translator: gateway:receipt.jslt
                    settings:
                      our-region: "640104"
                      endpoint: partner.example
                      allow-loopback: yes
                      profile: provinical
                      files-within: a week
                      tls-keystore-password: The-Word-Itself
                  - exchange: four
                    via: jms
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    translator: gateway:receipt.jslt
                    settings: { broker: mq.example, queue: our queue }
                """))
        .containsExactly(
            "8: the transport sftp has no setting directroy",
            "9: sends[0].settings.poll is not a duration",
            "10: sends[0].settings.port is not a whole number",
            "11: sends[0].settings.ready does not know the word soon",
            "12: sends[0].settings.host-key-fingerprint is not a fingerprint of a host key",
            "16: sends[1].settings.max-rows is not a whole number",
            "16: sends[1].settings.table is not the name of a table or column",
            "16: sends[1].settings.url is not the address of a database",
            "16: the transport frontdb has no setting key-colum",
            "28: receives[0].settings.endpoint is not an http or https address",
            "29: receives[0].settings.allow-loopback is neither true nor false",
            "30: receives[0].settings.profile does not know the word provinical",
            "31: receives[0].settings.files-within is not a duration",
            "32: receives[0].settings.tls-keystore-password is not the name of a secret",
            "40: receives[1].settings.broker is not the address of a broker",
            "40: receives[1].settings.queue is not the name of a queue");
  }

  @Test
  void saysWhichSettingWasMeantAndWhatIsLeftToTheSite() {
    List<PackProblem> problems =
        check(
            pack(
                Map.of(
                    "partner.yaml",
                    """
                    partner: water
                    name: { zh: 水务局, en: Water }
                    sends:
                      - exchange: one
                        via: sftp
                        translator: housingPenaltyDecision
                        settings: { directroy: out, host: sftp.example }
                    """)));

    assertThat(problems)
        .extracting(PackProblem::inOneLine)
        .contains(
            "partner.yaml:7: the transport sftp has no setting directroy — did you mean"
                + " directory?",
            "partner.yaml:5: sends[0] over sftp needs settings that are not said here: user,"
                + " credentials, host-key-fingerprint, directory — the site says them in"
                + " gateway.yaml under gateway.partners.water.settings; a pack for one site only"
                + " may say them here");
  }

  @Test
  void looksIntoTheFormOfMessagesWhole() {
    assertThat(
            errors(
                """
                partner: water
                sends:
                  - exchange: one
                    via: rest
                    format: { type: csv, charset: GBK, delimiter: ";;", heading: a.csv }
                    translator: one.jslt
                  - exchange: two
                    via: rest
                    format: { type: zip, entries: csv papyrus, manifest: xml, digest: md5 }
                    translator: one.jslt
                  - exchange: three
                    via: rest
                    translator: one.jslt
                """,
                "one.jslt",
                "{}"))
        .containsExactly(
            "5: a csv file needs the entry header",
            "5: sends[0].format.charset does not know the word GBK",
            "5: sends[0].format.delimiter is not one character",
            "5: there is no setting sends[0].format.heading",
            "9: a csv file needs the entry header",
            "9: sends[1].format.digest does not know the word md5",
            "9: sends[1].format.entries does not know the word papyrus",
            "9: sends[1].format.manifest does not know the word xml",
            "11: sends[2].format is missing");
  }

  @Test
  void asksForAllThatAWrittenFormNeeds() {
    assertThat(
            errors(
                """
                partner: water
                receives:
                  - exchange: one
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    format: { type: xml, element: root }
                    translator: one.jslt
                  - exchange: two
                    via: rest
                    records: [PenaltyDecision]
                    basis: 测试
                    purpose: 测试
                    fields: [public]
                    format: { type: zip, entries: csv xlsx, header: absent.csv, date: QQQQQQQ }
                    translator: one.jslt
                """,
                "one.jslt",
                "{}"))
        .containsExactly(
            "9: a xml file needs the entry header",
            "17: QQQQQQQ is no pattern of a date",
            "17: one form of entries can be written",
            "17: the pack has no file absent.csv");
  }

  @Test
  void saysWhatIsWrongWithAMappingInTheLanguageThatIsAskedFor() {
    Map<String, String> files =
        Map.of(
            "partner.yaml",
            """
            partner: water
            sends:
              - exchange: one
                via: rest
                format: { type: json }
                translator: one.jslt
            """,
            "one.jslt",
            "import \"gateway\" as gw\n{\n  \"a\": nowhere(.x),\n  \"b\" .c,\n"
                + "  \"d\": gw:code(\"kinds\", .k, \"k\")\n}\n");

    assertThat(CHECK.check(pack(files), Locale.SIMPLIFIED_CHINESE))
        .filteredOn(problem -> problem.file().equals("one.jslt"))
        .extracting(PackProblem::inOneLine)
        .containsExactly(
            "one.jslt:3: 没有函数 nowhere — 请查看函数清单，或用 def nowhere 定义",
            "one.jslt:4: 此处不能出现 . — 此处应为：\":\" \"or\" \"and\" \"==\" \"!=\" \">=\" \">\" \"<\"",
            "one.jslt:5: 没有对照表 kinds.csv — 请补充该文件，首行为 from,to，或更正名称");
  }

  @Test
  void looksAtWhatAPartnerIsAsked() {
    assertThat(
            errors(
                """
                partner: water
                answers:
                  - exchange: licence
                    via: soap
                    queries: []
                    basis: 测试
                    purpose: ''
                    queryFields: [public, subject.shoeSize]
                    answerFields: [public, colour]
                    request: query.jslt
                    reply: housingNothing
                """))
        .containsExactly(
            "4: answers[0].via does not know the word soap",
            "5: answers[0].queries says nothing",
            "7: answers[0].purpose says nothing",
            "8: subject.shoeSize is neither public nor personal, nor a field of these records",
            "9: colour is neither public nor personal, nor a field of these records",
            "10: the pack has no file query.jslt",
            "11: the gateway brings no translator housingNothing");
  }

  @Test
  void readsMappingsAndTables() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "partner.yaml",
        """
        partner: water
        name: { zh: 水务局, en: Water }
        sends:
          - exchange: one
            via: rest
            format: { type: csv, header: columns.csv }
            translator: one.jslt
          - exchange: two
            via: rest
            format: { type: json }
            translator: two.jslt
          - exchange: three
            via: rest
            format: { type: papyrus }
            translator: one.jslt
        """);
    files.put(
        "one.jslt",
        """
        import "gateway" as gw
        {
          "a": gw:code("kinds", .kind, "kind"),
          "b": gw:code("absent", .kind, "kind")
        }
        """);
    files.put("two.jslt", "{\n  \"a\": .b,\n  \"c\" .d\n}\n");
    files.put("kinds.csv", "from,to\n罚款,03\n警告\n\"没收,\n违法所得\",04\n罚款,05\n\"open,1\n");
    files.put("columns.csv", "column,meaning\na,x\nb,y\nc|a,z\n");
    files.put("lonely.csv", "from,to\n");

    assertThat(check(pack(files)))
        .extracting(p -> p.file() + ":" + p.line() + " " + p.severity())
        .containsExactly(
            "columns.csv:4 ERROR",
            "kinds.csv:3 ERROR",
            "kinds.csv:6 ERROR",
            "kinds.csv:7 ERROR",
            "lonely.csv:0 WARNING",
            "one.jslt:3 ERROR",
            "one.jslt:4 ERROR",
            "partner.yaml:4 WARNING",
            "partner.yaml:6 ERROR",
            "partner.yaml:8 WARNING",
            "partner.yaml:12 WARNING",
            "partner.yaml:14 ERROR",
            "two.jslt:3 ERROR");
  }

  @Test
  void holdsEverySampleAgainstWhatComesOfIt() {
    Map<String, String> files = begun();
    String folder = "samples/penalty-decision/";
    String in = files.get(folder + "ordinary.in.json");
    String out = files.get(folder + "ordinary.out.json");
    files.put(folder + "ordinary.out.json", out.replace("\"revision\" : 1", "\"revision\" : 2"));
    files.put(folder + "alone.in.json", in);
    files.put(folder + "refused.in.json", in);
    files.put(folder + "refused.rejected.txt", "");
    files.put(folder + "wrong.in.json", in.replace("I", "X").replace("新增", "作废"));
    files.put(folder + "wrong.out.json", out);
    files.put("samples/elsewhere/ordinary.in.json", in);

    assertThat(check(pack(files)))
        .extracting(p -> p.file() + " " + p.what())
        .containsExactly(
            "samples/elsewhere/ordinary.in.json this file is no sample of an exchange of this"
                + " partner",
            folder + "alone.in.json nothing says what must come of this sample",
            folder
                + "ordinary.in.json the outcome differs from "
                + folder
                + "ordinary.out.json, first at [0].revision",
            folder
                + "refused.in.json what comes of the sample would be "
                + folder
                + "refused.out.json, but beside it lies "
                + folder
                + "refused.rejected.txt",
            folder
                + "wrong.in.json the outcome differs from "
                + folder
                + "wrong.out.json, first at [0].recordType",
            folder
                + "wrong.in.json of this sample was refused: REFUSE mapping.missing"
                + " recordUniqueIdentity",
            folder
                + "wrong.in.json of this sample was refused: REFUSE mapping.code cdOperation"
                + " [operation, 作废]");
    assertThat(CHECK.missingOutcomes(pack(files))).containsEntry(folder + "alone.out.json", out);
  }

  @Test
  void saysThatTwoRowsOfASampleAreOneRecord() {
    Map<String, String> files =
        new TreeMap<>(
            NewPack.of(
                "water",
                "水务局",
                List.of(NewExchange.of(true, "inspection:Inspection:sftp:csv")),
                TODAY));
    String sample = "samples/inspection/ordinary.in.csv";
    String row = files.get(sample).lines().skip(1).findFirst().orElseThrow();
    List<String> header = List.of(files.get(sample).lines().findFirst().orElseThrow().split(","));
    String[] other = row.split(",", -1);
    other[header.indexOf("bodyName")] = "另一个机关";
    files.put(sample, files.get(sample) + row + "\n" + String.join(",", other) + "\n");
    files.remove("samples/inspection/ordinary.out.json");
    files.putAll(CHECK.missingOutcomes(pack(files)));

    assertThat(check(pack(files)))
        .filteredOn(PackProblem::isError)
        .extracting(PackProblem::what)
        .containsExactly(
            "rows 1 and 3 are the same record in the same revision, and say different things");
  }

  @Test
  void judgesWhatWasTranslatedByTheStandard() {
    Map<String, String> files = begun();
    files.computeIfPresent("operation.csv", (name, text) -> text.replace("新增,I", "新增,Z"));

    assertThat(check(pack(files)))
        .extracting(PackProblem::file, PackProblem::isError)
        .contains(tuple("samples/penalty-decision/ordinary.in.json", true));
  }

  @Test
  void readsNeitherAliasesNorTagsNorDeepTrees() {
    assertThat(
            errors(
                """
                a: &a [x, x, x]
                b: &b [*a, *a, *a]
                c: [*b, *b]
                d: !!javax.script.ScriptEngineManager [x]
                e: [[[[[[[[[[[[[x]]]]]]]]]]]]]
                ---
                f: 1
                """))
        .contains(
            "2: *a is an alias, which settings may not use",
            "3: *b is an alias, which settings may not use",
            "4: the tag tag:yaml.org,2002:javax.script.ScriptEngineManager, which settings may not"
                + " use",
            "5: nested 12 deep or deeper",
            "6: a second document");
  }

  @Test
  void saysWhereYamlIsNotYaml() {
    assertThat(errors("partner: water\nname: { zh: x\nsends: []\n"))
        .singleElement()
        .asString()
        .startsWith("3: not valid YAML");
    assertThat(errors("partner: water\n\tname: x\n")).singleElement().asString().startsWith("2: ");
    assertThat(errors("partner: water\nname: \u0007\n"))
        .containsExactly("2: a character that a text cannot hold");
    assertThat(errors("# nothing\n")).containsExactly("1: the settings are empty");
    assertThat(errors("- water\n")).singleElement().asString().startsWith("1: ");
    assertThat(
            check(
                pack(
                    new TreeMap<>(),
                    "partner.yaml",
                    "partner: 水务局".getBytes(Charset.forName("GB18030")))))
        .extracting(PackProblem::what)
        .containsExactly("the file is not UTF-8 text");
  }

  @Test
  void boundsTheSettingsAndWhatIsSaidOfThem() {
    assertThat(errors("a: " + "x".repeat(300_000)))
        .containsExactly("0: the settings have more than 262144 bytes");
    String manyKeys =
        IntStream.range(0, 3_000).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());
    assertThat(check(pack(Map.of("partner.yaml", manyKeys)))).hasSize(1_001);
    assertThat(errors("partner: \"x\\e[31m" + "y".repeat(1_000) + "\"\n"))
        .anySatisfy(said -> assertThat(said).hasSizeLessThan(400).doesNotContain("\u001b"));
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
  void refusesFilesThatClimbOutOrLinkElsewhere() throws IOException {
    assertThatThrownBy(() -> PackFiles.ofZip(zip("../partner.yaml", "partner: x")))
        .isInstanceOf(PackFiles.Unreadable.class);
    assertThatThrownBy(() -> PackFiles.ofZip(zip("/etc/partner.yaml", "partner: x")))
        .isInstanceOf(PackFiles.Unreadable.class);
    assertThatThrownBy(() -> PackFiles.ofZip(zip("big.csv", "x".repeat(17 * 1024 * 1024))))
        .isInstanceOf(PackFiles.Unreadable.class);
    assertThatThrownBy(() -> PackFiles.ofZip("no zip".getBytes(UTF_8)).names().iterator().next())
        .isInstanceOf(RuntimeException.class);
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.yaml"), "partner: x");
    Files.createSymbolicLink(folder.resolve("partner.yaml"), elsewhere);
    assertThatThrownBy(() -> PackFiles.ofFolder(folder)).isInstanceOf(PackFiles.Unreadable.class);
  }

  @Test
  void asksForSettings() {
    assertThat(check(pack(Map.of("other.yaml", "x"))))
        .extracting(PackProblem::what)
        .containsExactly("there is no partner.yaml");
  }

  private static Map<String, String> begun() {
    return new TreeMap<>(
        NewPack.of(
            "water",
            "水务局",
            List.of(NewExchange.of(true, "penalty-decision:PenaltyDecision:rest:json")),
            TODAY));
  }

  private static List<String> errors(String settings) {
    return errors(Map.of("partner.yaml", settings));
  }

  private static List<String> errors(String settings, String file, String text) {
    return errors(Map.of("partner.yaml", settings, file, text));
  }

  private static List<String> errors(Map<String, String> files) {
    return check(pack(files)).stream()
        .filter(PackProblem::isError)
        .map(p -> p.line() + ": " + p.what())
        .sorted(
            Comparator.comparingInt(
                    (String said) -> Integer.parseInt(said.substring(0, said.indexOf(':'))))
                .thenComparing(said -> said))
        .toList();
  }

  private static List<PackProblem> check(PackFiles pack) {
    return CHECK.check(pack, Locale.ENGLISH);
  }

  private static PackFiles pack(Map<String, String> files) {
    String first = files.keySet().iterator().next();
    return pack(files, first, files.get(first).getBytes(UTF_8));
  }

  private static PackFiles pack(Map<String, String> files, String name, byte[] bytes) {
    PackFiles pack = PackFiles.ofZip(zip(name, new String(bytes, UTF_8))).with(name, bytes);
    for (Map.Entry<String, String> file : files.entrySet()) {
      pack = pack.with(file.getKey(), file.getValue().getBytes(UTF_8));
    }
    return pack;
  }

  private static byte[] zip(String name, String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(text.getBytes(UTF_8));
      zip.closeEntry();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
