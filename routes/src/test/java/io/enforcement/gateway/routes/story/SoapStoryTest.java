package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Criminal transfers to public security and its answers, both over SOAP; the transfer itself comes
 * from a region as XML of the standard.
 */
@Story
class SoapStoryTest {

  private static final String ANSWERS = "/sandbox/samples/police/samples/";

  private final StoryGateway gateway;
  private final Desk region;

  SoapStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.region = gateway.desk("region");
  }

  @Test
  void aTransferIsDeliveredAsAnOperationOfThePolice() throws IOException {
    Reply sent = region.posts("record", key(), "application/xml", transfer("安环移字〔2026〕第1号"));

    assertThat(sent.status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(region.looksUp(sent).delivery("police")).isEqualTo("DELIVERED"));
    String delivery = region.looksUp(sent).key("police");
    assertThat(gateway.police().ledger().entries())
        .anySatisfy(
            entry -> {
              assertThat(entry.key()).isEqualTo(delivery);
              assertThat(entry.note()).isEqualTo("YSSXFZAJ");
            });
  }

  @Test
  void aTransferWaitsWhileThePoliceCannotBeReached() throws IOException {
    gateway.police().behave(Behaviour.of(Kind.DOWN));
    Reply sent = region.posts("record", key(), "application/xml", transfer("安环移字〔2026〕第2号"));
    gateway.eventually(() -> assertThat(region.looksUp(sent).trail("police")).contains("RETRY_AT"));

    gateway.police().behave(Behaviour.ok());

    gateway.eventually(
        () -> assertThat(region.looksUp(sent).delivery("police")).isEqualTo("DELIVERED"));
    assertThat(gateway.police().ledger().keys(Event.ARRIVED))
        .containsEntry(region.looksUp(sent).key("police"), 1);
  }

  @Test
  void anAnswerOfThePoliceIsTakenAndARepetitionIsTheSame() throws Exception {
    PostingPartner police = police(gateway.secret("police"));
    String key = key();
    long before = received();

    assertThat(police.call(key, answer("receipt/shortest.in.xml")).status()).isEqualTo(200);
    assertThat(police.call(key, answer("receipt/shortest.in.xml")).status()).isEqualTo(200);

    assertThat(received()).isEqualTo(before + 1);
    gateway.eventually(
        () ->
            assertThat(
                    gateway
                        .books()
                        .runtime()
                        .queryForObject(
                            "select state from message where idempotency_key = ?",
                            String.class,
                            key))
                .isEqualTo("TRANSLATED"));
  }

  @Test
  void whatIsNotProvenNotAgreedOrNotWholeIsAFaultAndLeavesNothing() throws Exception {
    long before = received();
    byte[] sound = answer("receipt/shortest.in.xml");

    assertThat(police(new Secret("a-guess-of-somebody-else")).call(key(), sound).status())
        .isEqualTo(500);
    PostingPartner police = police(gateway.secret("police"));
    assertThat(police.call(key(), answer("receipt/another-namespace.in.xml")).status())
        .isEqualTo(500);
    assertThat(police.call(key(), "<a/><b/>".getBytes(StandardCharsets.UTF_8)).status())
        .isEqualTo(500);

    assertThat(received()).isEqualTo(before);
  }

  @Test
  void theContractAndTheSchemaCanBeDownloaded() {
    Reply wsdl = region.reads("/soap/v1/police?wsdl");

    assertThat(wsdl.status()).isEqualTo(200);
    assertThat(wsdl.text()).contains("YSGX", "LATZ", "/soap/v1/police?xsd");
    assertThat(region.reads("/soap/v1/police?xsd").text()).contains("YSGX");
    assertThat(region.reads("/soap/v1/nobody?wsdl").status()).isEqualTo(404);
  }

  private PostingPartner police(Secret secret) {
    return new PostingPartner(gateway.base(), "police", secret);
  }

  private long received() {
    return gateway
        .books()
        .runtime()
        .queryForObject("select count(*) from message where sender = 'police'", Long.class);
  }

  private static String key() {
    return "story-" + UUID.randomUUID();
  }

  private static byte[] answer(String sample) throws IOException {
    return resource(ANSWERS + sample);
  }

  /** A transfer of the standard's samples under another number. */
  private static byte[] transfer(String number) throws IOException {
    String xml =
        new String(
            resource("/standards/v1/samples/CrimeTransfer/after-advice.xml"),
            StandardCharsets.UTF_8);
    return xml.replaceAll(
            "<letterNumber>安环移字[^<]*</letterNumber>", "<letterNumber>" + number + "</letterNumber>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = SoapStoryTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
