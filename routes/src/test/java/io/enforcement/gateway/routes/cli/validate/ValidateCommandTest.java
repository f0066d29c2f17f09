package io.enforcement.gateway.routes.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateCommandTest {

  private static final String SAMPLE =
      "/standards/v1/samples/PenaltyDecision/company-and-citizen.xml";
  private static final String WRONG_NAME = "not-to-be-shown-4711";

  @TempDir Path folder;

  private Path sound;
  private Path mixed;

  private record Ended(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @BeforeEach
  void files() throws IOException {
    byte[] xml;
    try (InputStream in = StandardXml.class.getResourceAsStream(SAMPLE)) {
      xml = in.readAllBytes();
    }
    sound = Files.write(folder.resolve("sound.xml"), xml);
    PenaltyDecision decision = (PenaltyDecision) StandardXml.read(xml);
    String good = new String(StandardJson.write(decision), StandardCharsets.UTF_8);
    decision.getBody().setUscc("1164010678L04X123Y");
    decision.getParties().get(0).setKind("Z");
    decision.getParties().get(0).setName(WRONG_NAME);
    String bad = new String(StandardJson.write(decision), StandardCharsets.UTF_8);
    mixed = Files.writeString(folder.resolve("mixed.jsonl"), good + "\n" + bad + "\n");
  }

  @Test
  void endsWithZeroWhenAllIsWell() {
    Ended ended = run(sound.toString(), "--lang", "en");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("1 records: 0 refused, 0 accepted with warnings");
  }

  @Test
  void namesEveryFaultOfARecordAndNoValue() {
    Ended ended = run(mixed.toString(), "--record", "PenaltyDecision", "--lang", "en");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out())
        .contains("mixed.jsonl:2: refused PenaltyDecision[2] body.uscc")
        .contains("rule identifier.uscc;")
        .contains("PenaltyDecision[2] parties[0].kind")
        .contains("2 records: 1 refused")
        .doesNotContain("1164010678L04X123Y")
        .doesNotContain(WRONG_NAME);
  }

  @Test
  void speaksChinese() {
    Ended ended = run(mixed.toString(), "--record", "PenaltyDecision", "--lang", "zh");

    assertThat(ended.out()).contains("拒收").contains("统一社会信用代码有误").contains("共 2 条记录：拒收 1 条");
  }

  @Test
  void givesProgramsOneLineOfJsonPerFinding() {
    Ended ended =
        run(mixed.toString(), "--record", "PenaltyDecision", "--format", "json", "--lang", "en");

    JsonMapper mapper = JsonMapper.builder().build();
    List<JsonNode> lines = ended.lines().stream().map(mapper::readTree).toList();
    assertThat(lines.get(0).path("rule").asString()).isEqualTo("identifier.uscc");
    assertThat(lines.get(0).path("line").asInt()).isEqualTo(2);
    JsonNode sums = lines.get(lines.size() - 1);
    assertThat(sums.path("records").asInt()).isEqualTo(2);
    assertThat(sums.path("refused").asInt()).isEqualTo(1);
  }

  @Test
  void givesBuildServersATestCasePerRecord() throws Exception {
    Ended ended = run(mixed.toString(), "--record", "PenaltyDecision", "--format", "junit");

    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(ended.out().getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
  }

  @Test
  void checksTheFilesOfADirectory() throws IOException {
    Files.writeString(folder.resolve("readme.txt"), "not a record");

    Ended ended = run(folder.toString(), "--record", "PenaltyDecision", "--lang", "en");

    assertThat(ended.out()).contains("3 records: 1 refused");
  }

  @Test
  void looksOfficersUpInTheRegistersItIsGiven() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    PenaltyDecision decision = (PenaltyDecision) StandardXml.read(Files.readAllBytes(sound));
    OfficerReference named = decision.getOfficers().get(0);
    Officer officer = suspended(decision.getBody(), named);
    Files.write(reference.resolve("Officer-district.json"), StandardJson.write(officer));

    assertThat(run(sound.toString(), "--lang", "en").out()).contains("0 accepted with warnings");
    Ended ended = run(sound.toString(), "--lang", "en", "--reference", reference.toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("officers[0].certNo Certificate not valid on the day of the act")
        .contains("rule act.certificate-not-valid; found: suspended on that day")
        .contains("officers[1].certNo Officer is not in the register")
        .contains("1 accepted with warnings")
        .doesNotContain(named.getCertNo(), named.getName());
  }

  @Test
  void endsWithTwoWhenTheRegistersCannotBeRead() throws IOException {
    Path reference = Files.createDirectories(folder.resolve("reference"));
    Files.writeString(reference.resolve("Officer.jsonl"), "{}\n");

    Ended broken = run(sound.toString(), "--reference", reference.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("Officer.jsonl record 1, line 1: structure.missing");
    Ended absent = run(sound.toString(), "--reference", folder.resolve("absent").toString());
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("absent: no such directory");
  }

  @Test
  void endsWithTwoWhenItCannotDoWhatItWasAsked() {
    assertThat(run(folder.resolve("absent.xml").toString()).code()).isEqualTo(2);
    assertThat(run(folder.resolve("absent.xml").toString()).err()).contains("absent.xml");
    Ended unknown = run(sound.toString(), "--record", "Decision");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("PenaltyDecision");
    assertThat(run().code()).isEqualTo(2);
  }

  private static Officer suspended(BodyReference body, OfficerReference named) {
    Officer officer = new Officer();
    officer.setRecordUniqueIdentity("register-1");
    officer.setCdOperation(Operation.I);
    officer.setRevision(1);
    officer.setBody(body);
    officer.setName(named.getName());
    officer.setCertNo(named.getCertNo());
    officer.setCertStatus("02");
    officer.setCertStatusDate(LocalDate.parse("2020-01-01"));
    return officer;
  }

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ValidateCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Ended(code, out.toString(), err.toString());
  }
}
