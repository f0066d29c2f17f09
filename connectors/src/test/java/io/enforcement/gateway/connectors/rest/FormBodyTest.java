package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.http.OutcomeTable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document on its way in a form. */
class FormBodyTest {

  private static final String DOCUMENT = "{\"案\":\"𠮷&=+ %\"}";

  private ProfilePartner partner;

  @BeforeEach
  void open() throws IOException {
    partner = new ProfilePartner();
  }

  @AfterEach
  void close() {
    partner.close();
  }

  @Test
  void travelsInUtf8BesideTheOtherFields() {
    send("form.type", "处罚", "form.a", "1");

    var call = partner.last();
    assertThat(call.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
    assertThat(call.body()).startsWith("a=1&type=%E5%A4%84%E7%BD%9A&data=");
    String value = call.body().substring(call.body().lastIndexOf('=') + 1);
    assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isEqualTo(DOCUMENT);
  }

  @Test
  void travelsInGb18030() {
    send("charset", "GB18030");

    var call = partner.last();
    assertThat(call.headers().get("content-type")).endsWith("charset=GB18030");
    assertThat(call.body()).isEqualTo("data=%7B%22%B0%B8%22%3A%22%95%34%B2%35%26%3D%2B+%25%22%7D");
    assertThat(URLDecoder.decode(call.body().substring(5), Charset.forName("GB18030")))
        .isEqualTo(DOCUMENT);
  }

  @Test
  void isNotSentMangled() {
    try (var connector = partner.connector("body", "form", "form-field", "data")) {
      Outcome outcome =
          connector.send(new Dispatch("key-1", "x", DOCUMENT.getBytes(Charset.forName("GBK"))));

      assertThat(outcome).isEqualTo(OutcomeTable.unavailable("the document is not UTF-8"));
    }
    assertThat(partner.calls).isEmpty();
  }

  private void send(String... more) {
    String[] settings = new String[more.length + 4];
    System.arraycopy(new String[] {"body", "form", "form-field", "data"}, 0, settings, 0, 4);
    System.arraycopy(more, 0, settings, 4, more.length);
    try (var connector = partner.connector(settings)) {
      byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
      assertThat(connector.send(new Dispatch("key-1", "penalty", document)))
          .isInstanceOf(Outcome.Accepted.class);
    }
  }
}
