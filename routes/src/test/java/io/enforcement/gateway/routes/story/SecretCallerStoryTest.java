package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A hotline sends who called although he asked for secrecy: nothing of it is kept anywhere. */
@Story
class SecretCallerStoryTest {

  private static final String EXCHANGE = "order";
  private static final List<String> IDENTITY =
      List.of("秋小川", "13900004711", "139 0000 4711", "0951-0004711", "qiu@example.com", "百合巷7号");

  private static final String ORDER =
      """
      {"msgType": "ORDER_DISPATCH", "orderNo": "2604131111%1$s", "round": 1, "channel": "电话",
       "type": "投诉", "category": ["城市管理"], "urgency": "一般",
       "title": "秋小川反映占道（13900004711）",
       "content": "秋小川（住百合巷7号，手机139 0000 4711，座机0951-0004711）反映占道堆料",
       "caller": {"name": "秋小川", "sex": "女", "phone": "13900004711", "contact": "0951-0004711",
         "mail": "qiu@example.com", "address": "百合巷7号", "subject": "个人", "phoneToken": "tk_%1$s"},
       "secret": true, "needReply": true, "address": "云岭市安平区柳河路",
       "acceptTime": "2026-04-15 20:33:44", "dispatchTime": "2026-04-15 20:40:00",
       "dispatchNote": "回电13900004711", "unit": "云岭市安平区综合行政执法局",
       "unitCode": "%2$s", "sender": "1264010045401K8736", "senderName": "云岭市12345热线受理中心",
       "attachments": [{"name": "秋小川提供.png", "url": "https://files.example/1.png", "size": 1,
         "sha256": "7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c7c"}]}
      """;

  private final StoryGateway gateway;
  private final Desk hotline;

  SecretCallerStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.hotline = gateway.desk("hotline-yunling");
  }

  @Test
  void nothingOfASecretCallerIsInTheDatabaseOrShownToAnybody() throws Exception {
    String token = UUID.randomUUID().toString().substring(0, 8);
    String order = ORDER.formatted(token, "1164010678L04X123X");

    Reply receipt = hotline.posts(EXCHANGE, token, "application/json", bytes(order));
    Reply again = hotline.posts(EXCHANGE, token, "application/json", bytes(order));

    assertThat(receipt.status()).isEqualTo(202);
    assertThat(again.messageId()).as("the same again").isEqualTo(receipt.messageId());
    gateway.eventually(() -> assertThat(hotline.looksUp(receipt).state()).isEqualTo("TRANSLATED"));
    byte[] kept = keptBytes(receipt);
    assertThat(receipt.json().path("digest").asString())
        .as("the digest is of what was kept")
        .isEqualTo(
            "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kept)));
    assertThat(tablesWith("tk_" + token)).contains("message", "record");
    assertNothingIsKept();
    assertThat(gateway.operator().looksUp(receipt.messageId()).json().toString())
        .doesNotContain(IDENTITY);
  }

  @Test
  void nothingIsKeptOfARefusedOrderEither() {
    String token = UUID.randomUUID().toString().substring(0, 8);
    String order = ORDER.formatted(token, "").replace("\"投诉\"", "\"不是种类\"");

    Reply receipt = hotline.posts(EXCHANGE, token, "application/json", bytes(order));

    gateway.eventually(() -> assertThat(hotline.looksUp(receipt).state()).isEqualTo("REFUSED"));
    assertThat(tablesWith("tk_" + token)).contains("message");
    assertNothingIsKept();
    assertThat(hotline.looksUp(receipt).json().toString()).doesNotContain(IDENTITY);
  }

  @Test
  void whatCannotBeReadIsRefusedWithoutBeingNamedOrKept() {
    Books.Stored before = gateway.books().stored();
    for (String message :
        List.of(
            "{\"13900004711秋小川\": 1}",
            "{\"13900004711秋小川\": 1, \"13900004711秋小川\": 2}",
            "{\"title\": \"13900004711秋小川",
            "{\"caller\": {\"秋小川\": {}}}",
            "{\"attachments\": [{\"秋小川\": \"139 0000 4711\"}]}",
            "[\"13900004711\"]")) {
      Reply refused =
          hotline.posts(EXCHANGE, UUID.randomUUID().toString(), "application/json", bytes(message));

      assertThat(refused.status()).as(message).isEqualTo(400);
      assertThat(refused.rule()).as(message).startsWith("json.");
      assertThat(refused.text()).as(message).doesNotContain(IDENTITY);
    }
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertNothingIsKept();
  }

  private void assertNothingIsKept() {
    for (String value : IDENTITY) {
      assertThat(tablesWith(value)).as(value).isEmpty();
    }
  }

  private byte[] keptBytes(Reply receipt) {
    return gateway
        .books()
        .owner()
        .queryForObject(
            "select body from message where id = ?",
            byte[].class,
            UUID.fromString(receipt.messageId()));
  }

  /** The tables that hold the value, as text or in bytes. */
  private List<String> tablesWith(String value) {
    String hexadecimal = HexFormat.of().formatHex(bytes(value));
    return gateway
        .books()
        .owner()
        .queryForList(
            "select table_name from information_schema.tables where table_schema = 'gateway'"
                + " and table_type = 'BASE TABLE'",
            String.class)
        .stream()
        .filter(
            table ->
                gateway
                        .books()
                        .owner()
                        .queryForObject(
                            "select count(*) from gateway.\""
                                + table
                                + "\" t where strpos(t::text, ?) > 0 or strpos(t::text, ?) > 0",
                            Integer.class,
                            value,
                            hexadecimal)
                    > 0)
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
