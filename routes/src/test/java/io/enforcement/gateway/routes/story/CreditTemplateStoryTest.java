package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.SitePartners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A credit platform that takes upload templates over SFTP and answers with a list of what it sends
 * back: each sheet is opened and written by a program that is not ours.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CreditTemplateStoryTest {

  private static final String CREDIT = "credit-xlsx";
  private static final String NATURAL = "credit-xlsx-natural";
  private static final List<String> FOLDERS =
      List.of(
          "legal-penalty",
          "natural-penalty",
          "legal-licence",
          "natural-licence",
          "legal-rejection",
          "natural-rejection");
  private static final List<String> LIST =
      List.of("序号", "文件名称", "行号", "文书号", "机关代码", "错误类型", "错误说明", "校验时间");

  private Path files;
  private final StoryGateway gateway = StoryGateway.with(this::settings);
  private final Desk region = gateway.desk("region");

  @AfterAll
  void stop() {
    gateway.close();
  }

  /** The platform's server is the archive's: what counts here are its folders. */
  private Map<String, Object> settings(StorySite site) {
    files = site.archive().folder("in").getParent();
    try {
      for (String folder : FOLDERS) {
        Files.createDirectories(files.resolve(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    site.writeSecret(CREDIT, site.secret("archive").reveal());
    site.writeSecret(NATURAL, site.secret("archive").reveal());
    return new SitePartners(List.of("PT0.5S", "PT1S"))
        .with(CREDIT, SitePartners.sftp(site.archive(), "gateway"), SitePartners.poll("PT0.3S"))
        .with(NATURAL, SitePartners.sftp(site.archive(), "gateway"), SitePartners.poll("PT0.3S"))
        .settings();
  }

  @Test
  void companyAndCitizenOfOneDecisionStandInATemplateEach() throws IOException {
    Reply receipt = sends(decision("company-and-citizen"));

    gateway.eventually(
        () -> {
          MessageStatus status = gateway.operator().looksUp(receipt.messageId());
          assertThat(status.delivery(CREDIT)).isEqualTo("DELIVERED");
          assertThat(status.delivery(NATURAL)).isEqualTo("DELIVERED");
        });

    MessageStatus status = gateway.operator().looksUp(receipt.messageId());
    Row company = onlyRow(sheet("legal-penalty", status.key(CREDIT)));
    assertThat(company.getCellText(1)).isEqualTo("法人及非法人组织");
    Row citizen = onlyRow(sheet("natural-penalty", status.key(NATURAL)));
    assertThat(citizen.getCellText(1)).isEqualTo("身份证");
    assertThat(citizen.getCell(2).getType()).as("digits of an identity").hasToString("STRING");
  }

  @Test
  void whatThePlatformSendsBackIsShownWithTheDecision() throws Exception {
    Reply receipt = sends(decision("sole-trader"));
    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(receipt.messageId()).delivery(CREDIT))
                .isEqualTo("DELIVERED"));
    String key = gateway.operator().looksUp(receipt.messageId()).key(CREDIT);
    assertThat(onlyRow(sheet("legal-penalty", key)).getCellText(1)).isEqualTo("个体工商户");

    putsOut(
        "list-1.xlsx",
        rejections("1", key + ".xlsx", "2", "某文书号", "", "1001", "主体不存在", "2026/06/02 17:05:00"));

    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(receipt.messageId()).rejection(CREDIT))
                .isEqualTo("1001 主体不存在"));
    assertThat(gateway.operator().looksUp(receipt.messageId()).delivery(CREDIT))
        .isEqualTo("REFUSED_BY_RECEIVER");
  }

  private Reply sends(RecordPaper paper) {
    Reply reply =
        region.posts("record", "story-" + UUID.randomUUID(), "application/xml", paper.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static RecordPaper decision(String sample) {
    String number = "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    return RecordPaper.of("PenaltyDecision", sample)
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number);
  }

  /** The file of this delivery in the folder. */
  private Path sheet(String folder, String key) {
    return files.resolve(folder).resolve(key + ".xlsx");
  }

  private static Row onlyRow(Path file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("行政相对人名称");
      assertThat(rows).hasSize(2);
      return rows.get(1);
    }
  }

  private static byte[] rejections(String... cells) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "platform", "1.0")) {
      Worksheet sheet = book.newWorksheet("退回清单");
      for (int i = 0; i < LIST.size(); i++) {
        sheet.value(0, i, LIST.get(i));
        sheet.value(1, i, cells[i]);
      }
    }
    return bytes.toByteArray();
  }

  /** Whole, with the digest last, as the agreement on files says. */
  private void putsOut(String name, byte[] content) throws IOException, NoSuchAlgorithmException {
    Path part = files.resolve("legal-rejection").resolve(name + ".part");
    Files.write(part, content);
    Files.move(part, part.resolveSibling(name));
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    Files.write(
        part.resolveSibling(name + ".sha256"),
        (digest + "  " + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }
}
