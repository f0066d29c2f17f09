package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the SFTP intake refuses: with a receipt when it is a file, untouched when it is not one. */
@Story
class HostileFileTest {

  private final StoryGateway gateway;
  private final CityDesk city;

  HostileFileTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.city = new CityDesk(gateway);
  }

  static Stream<Arguments> contents() {
    String good = CityFile.of(2).text();
    return Stream.of(
        arguments("unclosed quote", bytes(good.replaceFirst("巡查发现", "\"巡查发现")), "csv.quotes"),
        arguments("NUL", bytes(good.replaceFirst("巡查发现", "巡查\0发现")), "text.nul"),
        arguments("UTF-8", good.getBytes(StandardCharsets.UTF_8), "text.charset"),
        arguments("UTF-16", good.getBytes(StandardCharsets.UTF_16LE), "text.charset"),
        arguments("cut off in a character", cutOff(bytes(good)), "text.charset"),
        arguments("other header", bytes("主键,姓名\r\n1,x\r\n"), "csv.header"),
        arguments("no row", bytes(good.lines().findFirst().orElseThrow() + "\r\n"), "csv.empty"),
        arguments("nothing", new byte[0], "csv.empty"),
        arguments(
            "XML",
            bytes("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/x\">]><d>&e;</d>"),
            "csv.header"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(CityFile.GB18030);
  }

  /** Ends with the first byte of a character of two. */
  private static byte[] cutOff(byte[] content) {
    byte[] cut = Arrays.copyOf(content, content.length + 1);
    cut[content.length] = (byte) 0xB0;
    return cut;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void isRefusedWithAReceiptThatNamesTheRule(String what, byte[] content, String rule) {
    String name = CityFile.of(1).name();

    city.drops(name, content);

    JsonNode receipt = city.receiptFor(name);
    assertThat(receipt.path("接收条数").asInt()).isZero();
    assertThat(receipt.path("结果").asString()).isEqualTo("未接收");
    assertThat(receipt.path("退回明细")).isNotEmpty();
    assertThat(receipt.path("退回明细").get(0).path("规则").asString()).isEqualTo(rule);
    String id = receipt.path("报文编号").asString();
    assertThat(gateway.operator().looksUp(id).state()).isEqualTo("REFUSED");
    gateway.eventually(() -> assertThat(city.has("done", name)).isTrue());
    city.seesAGoodFileThrough();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..%2f..%2fevil.csv",
        "..\\..\\evil.csv",
        "two words.csv",
        "new\nline.csv",
        "turned\u202Evsc.exe",
        ".hidden.csv",
        "quote'; drop table message;--.csv"
      })
  void aNameThatIsNotOneIsLeftWhereItIs(String name) {
    byte[] content = CityFile.of(1).bytes();
    city.leaves(name, content);
    city.promises(name, content);
    Books.Stored before = gateway.books().stored();

    city.seesAGoodFileThrough();

    assertThat(city.has("out", name)).isTrue();
    assertThat(gateway.books().stored().messages()).isEqualTo(before.messages() + 1);
    assertThat(gateway.books().stored().parked()).isEqualTo(before.parked());
  }
}
