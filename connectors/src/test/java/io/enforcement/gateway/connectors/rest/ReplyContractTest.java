package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.http.Reply;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes us believe an XML answer, and what does not. */
class ReplyContractTest {

  private final ReplyContract contract = ReplyContract.parse("code=0");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r><code>0</code></r>",
        "<?xml version='1.0' encoding='UTF-8'?><r><code> 0\n</code><msg>成功</msg></r>",
        "<s:E xmlns:s='urn:s'><s:code>0</s:code></s:E>",
        "<r><code><![CDATA[0]]></code></r>",
        "<code>0</code>"
      })
  void believesTheElementWithTheValue(String reply) {
    assertThat(kept(reply)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<r><code>1</code></r>",
        "<r><code/></r>",
        "<r><result>0</result></r>",
        "<r code='0'/>",
        "<r><code>0</code><code>1</code></r>",
        "<r><code>0</code><code>0</code></r>",
        "<r><code>0<b/></code></r>",
        "<r><code>0</code>",
        "<r><code>0</code></r>trailing",
        "<!DOCTYPE r><r><code>0</code></r>",
        "<!DOCTYPE r [<!ENTITY e '0'>]><r><code>&e;</code></r>",
        "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><r><code>0</code>&e;</r>",
        "{\"code\":0}",
        "0",
        ""
      })
  void believesNothingElse(String reply) {
    assertThat(kept(reply)).isFalse();
  }

  @Test
  void readsThePartnersCharset() {
    String reply = "<?xml version='1.0' encoding='GB18030'?><r><结果>成功</结果></r>";
    assertThat(
            ReplyContract.parse("结果=成功")
                .kept(new Reply(200, reply.getBytes(Charset.forName("GB18030")), true)))
        .isTrue();
  }

  @Test
  void doesNotBelieveAnAnswerThatWasCutOff() {
    byte[] reply = "<r><code>0</code></r>".getBytes(StandardCharsets.UTF_8);
    assertThat(contract.kept(new Reply(200, reply, false))).isFalse();
  }

  @Test
  void survivesADeepAnswer() {
    String deep = "<a>".repeat(15_000);
    assertThat(kept(deep)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"code", "=0", "a/b=0", "<code>=0", "//x", "/x"})
  void refusesWhatIsNoContract(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ReplyContract.parse(text));
  }

  private boolean kept(String reply) {
    return contract.kept(new Reply(200, reply.getBytes(StandardCharsets.UTF_8), true));
  }
}
