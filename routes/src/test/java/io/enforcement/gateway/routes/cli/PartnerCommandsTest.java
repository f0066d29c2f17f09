package io.enforcement.gateway.routes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.partner.PackFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site does with a pack before it is installed, by the commands of the jar. */
class PartnerCommandsTest {

  private static final Path STORIES = Path.of("src/test/resources/story/partners");
  private static final Path SHIPPED =
      Path.of("../mappings/src/test/java/io/enforcement/gateway/mappings");

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @Test
  void beginsAPackThatPassesTheCheckAtOnceAndTranslatesItsSample() throws IOException {
    Path pack = folder.resolve("water");

    assertThat(run("partner", "new", "--id", "water", "--name", "水务局", pack.toString()).code())
        .isZero();

    Ended checked = run("partner", "check", "--lang", "en", pack.toString());
    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(checked.lines()).containsExactly(pack + ": 0 errors, 0 warnings");
    assertThat(Files.readString(pack.resolve("partner.yaml"))).contains("水务局");
    assertThat(Files.readString(pack.resolve("penalty-decision.jslt")))
        .contains("// 处罚决定书文号", "\"punishFileNum\": gw:required(");
    Ended translated =
        run(
            "translate",
            "--pack",
            pack.toString(),
            "--exchange",
            "penalty-decision",
            pack.resolve("samples/penalty-decision/ordinary.in.json").toString());
    assertThat(translated.code()).as(translated.err()).isZero();
    assertThat(translated.out()).contains("<PenaltyDecision", "<punishFileNum>");
  }

  @Test
  void beginsAPackWithAllThatItIsAskedFor() {
    Path pack = folder.resolve("water");

    Ended begun =
        run(
            "partner",
            "new",
            "--id",
            "water",
            "--sends",
            "penalty-decision:PenaltyDecision:sftp:csv",
            "--sends",
            "inspection:Inspection:frontdb:json",
            "--receives",
            "penalty-decision:PenaltyDecision:frontdb:json",
            "--receives",
            "receipt:Receipt:sftp:csv",
            pack.toString());

    assertThat(begun.code()).as(begun.err()).isZero();
    Ended checked = run("partner", "check", "--lang", "en", pack.toString());
    assertThat(checked.code()).as(checked.out()).isZero();
    assertThat(checked.lines()).last().isEqualTo(pack + ": 0 errors, 8 warnings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penalty-decision",
        "penalty-decision:Penalty:rest:json",
        "penalty-decision:PenaltyDecision:pigeon:json",
        "penalty-decision:PenaltyDecision:frontdb:csv",
        "Penalty:PenaltyDecision:rest:json"
      })
  void beginsNoPackThatItDoesNotUnderstand(String exchange) {
    assertThat(run("partner", "new", "--id", "water", "--sends", exchange, "" + folder).code())
        .isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void doesNotWriteAmongOtherFiles() throws IOException {
    Files.writeString(folder.resolve("somebody-elses.txt"), "x");

    assertThat(run("partner", "new", "--id", "water", folder.toString()).code()).isEqualTo(2);
    assertThat(folder.resolve("partner.yaml")).doesNotExist();
  }

  @Test
  void saysEveryProblemOnALineThatCanBeClicked() throws IOException {
    Files.writeString(
        folder.resolve("partner.yaml"),
        """
        partner: water
        nmae: { zh: 水务局 }
        sends:
          - { exchange: one, via: rset, translator: one.jslt }
        """);

    Ended text = run("partner", "check", "--lang", "en", folder.toString());
    Ended json = run("partner", "check", "--lang", "en", "--json", folder.toString());

    assertThat(text.code()).isEqualTo(1);
    assertThat(text.lines())
        .contains(
            "partner.yaml:2: there is no setting nmae — did you mean name?",
            "partner.yaml:4: sends[0].via does not know the word rset — did you mean rest?",
            "partner.yaml:4: the pack has no file one.jslt — add it, or mend its name")
        .last()
        .isEqualTo(folder + ": 3 errors, 3 warnings");
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.lines())
        .contains(
            "{\"severity\":\"ERROR\",\"file\":\"partner.yaml\",\"line\":2,"
                + "\"what\":\"there is no setting nmae\",\"fix\":\"did you mean name?\"}")
        .last()
        .isEqualTo("{\"errors\":3,\"warnings\":3}");
    assertThat(run("partner", "check", "--lang", "zh", folder.toString()).out())
        .contains("错误 3 个，提示 3 个");
  }

  @Test
  void checksAZipFileAndRefusesWhatIsNone() throws IOException {
    Path zip = folder.resolve("village.zip");
    Files.write(zip, PackFiles.ofFolder(STORIES.resolve("village")).toZip());
    Path none = Files.writeString(folder.resolve("none.zip"), "partner: village");

    assertThat(run("partner", "check", zip.toString()).code()).isZero();
    assertThat(run("partner", "check", none.toString()).code()).isEqualTo(1);
    assertThat(run("partner", "check", folder.resolve("absent").toString()).code()).isEqualTo(2);
  }

  @Test
  void writesTheOutcomesThatAreMissingAndNoOther() throws IOException {
    Path pack = folder.resolve("water");
    run("partner", "new", "--id", "water", pack.toString());
    Path samples = pack.resolve("samples/penalty-decision");
    String outcome = Files.readString(samples.resolve("ordinary.out.json"));
    Files.delete(samples.resolve("ordinary.out.json"));
    Files.writeString(samples.resolve("missing-value.out.json"), "[]");

    assertThat(run("partner", "check", pack.toString()).code()).isEqualTo(1);
    assertThat(run("partner", "check", "--write-outcomes", pack.toString()).code()).isEqualTo(1);

    assertThat(samples.resolve("ordinary.out.json")).hasContent(outcome);
    assertThat(samples.resolve("missing-value.out.json")).hasContent("[]");
  }

  @Test
  void translatesWhatAShippedPartnerSends() {
    Path samples = SHIPPED.resolve("housing/samples/penalty-decision");

    Ended good = translate("housing", "penalty-decision", samples.resolve("ordinary.in.json"));
    Ended refused =
        translate("housing", "penalty-decision", samples.resolve("unknown-codes.in.json"));

    assertThat(good.code()).as(good.err()).isZero();
    assertThat(good.out()).contains("<PenaltyDecision xmlns=\"urn:enforcement:standard:v1\">");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).contains("mapping.code");
  }

  @Test
  void translatesWhatAShippedPartnerReceives() throws IOException {
    Path record = folder.resolve("decision.xml");
    try (InputStream sample =
        getClass()
            .getResourceAsStream("/standards/v1/samples/PenaltyDecision/company-and-citizen.xml")) {
      Files.write(record, sample.readAllBytes());
    }

    Ended written = translate("publicity", "penalty-decision", record);
    Ended json =
        run(
            "translate",
            "--partner",
            "publicity",
            "--exchange",
            "penalty-decision",
            "--json",
            record.toString());

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.out()).isNotBlank();
    assertThat(json.lines()).singleElement().asString().startsWith("{\"position\":1,\"document\":");
  }

  @Test
  void translatesByAFolderOfTheSite() throws IOException {
    Path own = folder.resolve("partners/water");
    run("partner", "new", "--id", "water", own.toString());
    Path sample = own.resolve("samples/penalty-decision/missing-value.in.json");

    Ended ended =
        run(
            "translate",
            "--partner",
            "water",
            "--exchange",
            "penalty-decision",
            "--data-dir",
            folder.toString(),
            "--json",
            sample.toString());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.lines())
        .singleElement()
        .asString()
        .startsWith("{\"position\":1,\"findings\":[{\"severity\":\"REFUSE\"")
        .contains("\"rule\":\"mapping.missing\"", "\"path\":\"recordUniqueIdentity\"");
  }

  @Test
  void reportsWhereEachValueGoes() throws IOException {
    Path pack = folder.resolve("water");
    run("partner", "new", "--id", "water", "--receives", "d:PenaltyDecision:rest:json", "" + pack);
    Path record = pack.resolve("samples/d/ordinary.in.xml");
    Path message = SHIPPED.resolve("housing/samples/penalty-decision/ordinary.in.json");

    Ended written =
        run(
            "translate",
            "--pack",
            "" + pack,
            "--exchange",
            "d",
            "--report",
            "--lang",
            "en",
            "" + record);
    Ended read =
        run(
            "translate",
            "--partner",
            "housing",
            "--exchange",
            "penalty-decision",
            "--report",
            "--json",
            "" + message);

    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.lines())
        .startsWith("source\trule\ttarget\tvalue\tresult")
        .contains("body.areaNumber\t\tbodyAreaNumber\t640104\tcopied")
        .anyMatch(line -> line.startsWith("illegalFact\t\t\t") && line.endsWith("\tdropped"))
        .anyMatch(line -> line.startsWith("restricted\t") && line.endsWith("\tmapped"));
    assertThat(read.code()).as(read.err()).isZero();
    assertThat(read.lines())
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.startsWith("{\"source\":"));
  }

  @Test
  void saysWhatItDoesNotKnow() {
    Path file = STORIES.resolve("water/partner.yaml");

    assertThat(translate("nobody", "x", file).code()).isEqualTo(2);
    assertThat(translate("housing", "nothing", file).err()).contains("penalty-decision");
    assertThat(translate("../water", "x", file).code()).isEqualTo(2);
    assertThat(run("translate", "--partner", "housing", file.toString()).code()).isEqualTo(2);
    assertThat(run("partner").code()).isEqualTo(2);
    assertThat(run("partner", "check", "--help").code()).isZero();
    assertThat(run("partner", "new", "--help").code()).isZero();
    assertThat(run("translate", "--help").code()).isZero();
  }

  private static Ended translate(String partner, String exchange, Path file) {
    return run("translate", "--partner", partner, "--exchange", exchange, file.toString());
  }

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream console = System.out;
    PrintStream errors = System.err;
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      int code = EnforcementGateway.run(arguments);
      return new Ended(code, text(out), text(err));
    } finally {
      System.setOut(console);
      System.setErr(errors);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(Charset.defaultCharset());
  }
}
