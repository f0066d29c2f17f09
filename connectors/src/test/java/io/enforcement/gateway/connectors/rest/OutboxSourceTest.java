package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Unreachable;
import io.enforcement.gateway.connectors.Source.Verdict;
import io.enforcement.gateway.connectors.rest.ProfilePartner.Answer;
import io.enforcement.gateway.connectors.rest.ProfilePartner.Call;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in another gateway's outbox is taken over once it is on our disk, and only then. */
@Timeout(60)
class OutboxSourceTest {

  private static final String BASE = "/api/v1/outbox";

  private final Map<String, String> lying = new LinkedHashMap<>();
  private final List<Item> taken = new ArrayList<>();
  private ProfilePartner partner;
  private OutboxSource source;

  @BeforeEach
  void open() throws Exception {
    partner = new ProfilePartner();
    partner.answering = this::answer;
    source = partner.outbox("app-key", "region");
  }

  @AfterEach
  void close() {
    source.close();
    partner.close();
  }

  @Test
  void eachIsAcknowledgedWhenItIsTaken() throws Exception {
    List<String> keys = IntStream.range(0, 70).mapToObj(i -> lies("content " + i)).toList();

    assertThat(source.poll(100, this::take)).isEqualTo(70);

    assertThat(taken).extracting(Item::name).containsExactlyElementsOf(keys);
    assertThat(new String(taken.get(69).body(), StandardCharsets.UTF_8)).isEqualTo("content 69");
    assertThat(lying).isEmpty();
    assertThat(partner.calls).allMatch(call -> call.headers().get("x-app-key").equals("region"));
    assertThat(partner.calls).allMatch(call -> call.headers().containsKey("x-signature"));
    assertThat(partner.calls.get(1).body()).isEqualTo("{\"outcome\":\"ACCEPTED\"}");
    assertThat(source.poll(100, this::take)).isZero();
  }

  @Test
  void noMoreIsTakenThanAskedFor() throws Exception {
    IntStream.range(0, 5).forEach(i -> lies("content " + i));

    assertThat(source.poll(3, this::take)).isEqualTo(3);

    assertThat(lying).hasSize(2);
    assertThat(partner.callsTo(BASE + "?limit=3")).isEqualTo(1);
  }

  @Test
  void whatIsLeftForLaterIsNotAcknowledged() throws Exception {
    lies("first");
    lies("second");

    assertThat(source.poll(100, item -> Verdict.LATER)).isZero();

    assertThat(partner.calls).hasSize(1);
    assertThat(lying).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"CONFLICT, other content", "REFUSED, not accepted"})
  void whatCannotBeTakenIsRefusedWithAReason(Verdict verdict, String reason) throws Exception {
    String key = lies("first");

    assertThat(source.poll(100, item -> verdict)).isEqualTo(1);

    assertThat(partner.callsTo(BASE + "/" + key + "/acknowledgement")).isEqualTo(1);
    assertThat(partner.calls.get(1).body()).contains("\"REFUSED\"").contains(reason);
  }

  @Test
  void anAcknowledgementThatFailsIsMadeWhenItIsGivenAgain() throws Exception {
    String key = lies("first");
    lies("second");
    partner.answering =
        call -> call.line().startsWith("POST") ? new Answer(503, "{}") : answer(call);

    assertThatExceptionOfType(Unreachable.class)
        .isThrownBy(() -> source.poll(100, this::take))
        .withMessage("HTTP 503 to an acknowledgement");
    assertThat(taken).extracting(Item::name).containsExactly(key);
    partner.answering = this::answer;
    source.poll(100, this::take);

    assertThat(taken).extracting(Item::name).startsWith(key, key).hasSize(3);
    assertThat(lying).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 409})
  void whatPeopleSettledThereMeanwhileHoldsNothingUp(int status) throws Exception {
    lies("first");
    lies("second");
    partner.answering =
        call -> {
          Answer answer = answer(call);
          return call.line().startsWith("POST") ? new Answer(status, "{}") : answer;
        };

    assertThat(source.poll(100, this::take)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>welcome</html>",
        "{}",
        "{\"items\":[{}]}",
        "{\"items\":[{\"deliveryKey\":\"../../x\",\"content\":\"\",\"digest\":\"\"}]}",
        "{\"items\":[{\"deliveryKey\":\"6f1c1f5e-6d0e-4a5c-8d54-0f5b4d1f7a11\",\"content\":\"eA==\","
            + "\"digest\":\"sha256:00\"}]}"
      })
  void nothingIsTakenOfAnAnswerThatIsNotAListing(String body) {
    partner.answering = call -> new Answer(200, body);

    assertThatExceptionOfType(Unreachable.class)
        .isThrownBy(() -> source.poll(100, this::take))
        .withMessage("the answer is against the contract");
    assertThat(taken).isEmpty();
  }

  @Test
  void nothingIsTakenOfARefusalOrOfMoreThanFits() {
    lies("x".repeat(2000));
    try (OutboxSource small = partner.outbox("max-bytes", "1000")) {
      assertThatExceptionOfType(Unreachable.class)
          .isThrownBy(() -> small.poll(100, this::take))
          .withMessage("the answer is longer than max-bytes");
    }
    partner.answering = call -> new Answer(401, "{}");
    assertThatExceptionOfType(Unreachable.class)
        .isThrownBy(() -> source.poll(100, this::take))
        .withMessage("HTTP 401");
    partner.close();
    assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> source.poll(100, this::take));
    assertThat(taken).isEmpty();
  }

  @Test
  void onlyOurOwnProofOpensAnOutbox() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.outbox("profile", "app-sign").close())
        .withMessage("partner sharing: setting profile is neither gateway nor none");
  }

  private Verdict take(Item item) {
    taken.add(item);
    return Verdict.TAKEN;
  }

  private String lies(String content) {
    String key = UUID.randomUUID().toString();
    lying.put(key, content);
    return key;
  }

  /** As the outbox of a gateway answers. */
  private Answer answer(Call call) {
    if (call.line().startsWith("POST")) {
      String path = call.line().substring("POST ".length());
      lying.remove(path.substring(BASE.length() + 1, path.lastIndexOf('/')));
      return new Answer(200, "{}");
    }
    int limit = Integer.parseInt(call.line().substring(call.line().indexOf('=') + 1));
    return new Answer(
        200,
        lying.entrySet().stream()
            .limit(limit)
            .map(each -> item(each.getKey(), each.getValue()))
            .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}")));
  }

  private static String item(String key, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      return "{\"deliveryKey\":\"%s\",\"digest\":\"sha256:%s\",\"content\":\"%s\"}"
          .formatted(
              key,
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
              Base64.getEncoder().encodeToString(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
