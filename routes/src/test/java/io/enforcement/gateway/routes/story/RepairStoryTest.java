package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A decision whose credit record was repaired is never pushed to the credit platform again. */
@Story
class RepairStoryTest {

  private static final String NUMBER = "安综执罚决字〔2026〕第0087号";

  private final StoryGateway gateway;
  private final Desk region;

  RepairStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.region = gateway.desk("region");
  }

  @Test
  void anAmendmentAfterTheRepairReachesAllButTheCreditPlatform() throws IOException {
    String number = "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    Reply first = sends(decision(number, 1));
    gateway.eventually(
        () -> assertThat(region.looksUp(first).trail("credit")).contains("DELIVERED"));

    sends(sample("CreditRepair/granted.xml", number));
    Reply amended = sends(decision(number, 2));

    gateway.eventually(
        () -> assertThat(region.looksUp(amended).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(region.looksUp(amended).trail()).contains("HELD_BACK");
    assertThat(region.looksUp(amended).delivery("credit")).isEmpty();
  }

  @Test
  void anAmendmentThatComesTogetherWithTheRepairReachesAllButTheCreditPlatform()
      throws IOException {
    String number = "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    Reply first = sends(decision(number, 1));
    gateway.eventually(
        () -> assertThat(region.looksUp(first).trail("credit")).contains("DELIVERED"));

    Reply both = sends(together(sample("CreditRepair/granted.xml", number), decision(number, 2)));

    gateway.eventually(
        () -> assertThat(region.looksUp(both).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(region.looksUp(both).trail()).contains("HELD_BACK");
    assertThat(region.looksUp(both).delivery("credit")).isEmpty();
  }

  @Test
  void withoutARepairAnAmendmentReachesTheCreditPlatformToo() throws IOException {
    String number = "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    sends(decision(number, 1));

    Reply amended = sends(decision(number, 2));

    gateway.eventually(
        () -> assertThat(region.looksUp(amended).trail("credit")).contains("DELIVERED"));
  }

  /** Records of one message are decided in one transaction. */
  private static byte[] together(byte[]... records) {
    StringBuilder all = new StringBuilder("<Records xmlns=\"urn:enforcement:standard:v1\">");
    for (byte[] record : records) {
      all.append(new String(record, StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", ""));
    }
    return all.append("</Records>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private Reply sends(byte[] record) {
    Reply reply = region.posts("record", "story-" + UUID.randomUUID(), "application/xml", record);
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static byte[] decision(String number, int revision) throws IOException {
    String xml =
        new String(
            sample("PenaltyDecision/company-and-citizen.xml", number), StandardCharsets.UTF_8);
    return xml.replaceFirst("<revision>[0-9]+<", "<revision>" + revision + "<")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sample(String name, String number) throws IOException {
    try (InputStream in =
        RepairStoryTest.class.getResourceAsStream("/standards/v1/samples/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(NUMBER, number)
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
