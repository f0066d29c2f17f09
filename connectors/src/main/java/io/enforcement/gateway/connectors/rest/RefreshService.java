package io.enforcement.gateway.connectors.rest;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.http.NoReply;
import io.enforcement.gateway.connectors.http.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sharing platform's refresh service: a POST with the four values, signed with the lasting key,
 * as headers and as JSON; the answer names a secret and its end. Thread-safe.
 */
final class RefreshService implements ShortLivedSecret.Issuer {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Sends one request; the same client, limits and address checks as for deliveries. */
  @FunctionalInterface
  interface Sender {
    Reply send(HttpUriRequestBase request) throws NoReply;
  }

  /**
   * How to read the answer.
   *
   * @param secret where the secret stands
   * @param end where its end stands: milliseconds since 1970, or {@code yyyy-MM-dd HH:mm:ss} in
   *     China
   * @param lifetime how long it lives when the answer does not say
   * @param sealed whether it comes encrypted with the lasting key ({@link SealedSecret})
   */
  record Answer(JsonPointer secret, JsonPointer end, Duration lifetime, boolean sealed) {}

  private final URI address;
  private final SharingPlatformProfile.Caller caller;
  private final Secret lasting;
  private final Answer answer;
  private final Sender sender;
  private final Clock clock;

  RefreshService(
      URI address,
      SharingPlatformProfile.Caller caller,
      Secret lasting,
      Answer answer,
      Sender sender,
      Clock clock) {
    this.address = address;
    this.caller = caller;
    this.lasting = lasting;
    this.answer = answer;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public ShortLivedSecret.Issued issue() throws NotSent {
    Map<String, String> values = caller.signed(lasting);
    HttpUriRequestBase request = new HttpUriRequestBase("POST", address);
    values.forEach(request::setHeader);
    request.setEntity(
        new ByteArrayEntity(JSON.writeValueAsBytes(values), ContentType.APPLICATION_JSON));
    return read(reply(request));
  }

  private Reply reply(HttpUriRequestBase request) throws NotSent {
    try {
      Reply reply = sender.send(request);
      if (reply.status() != 200 || !reply.whole()) {
        throw new NotSent("the refresh service answered HTTP " + reply.status());
      }
      return reply;
    } catch (NoReply e) {
      throw new NotSent("refresh: " + e.outcome().reason());
    }
  }

  private ShortLivedSecret.Issued read(Reply reply) throws NotSent {
    try {
      JsonNode document = JSON.readTree(reply.bytes());
      String text = document.at(answer.secret).asString("");
      if (text.isEmpty()) {
        throw new NotSent("the refresh service gave no secret");
      }
      Secret secret = answer.sealed ? SealedSecret.open(text, lasting) : new Secret(text);
      return new ShortLivedSecret.Issued(secret, end(document.at(answer.end).asString("")));
    } catch (JacksonException | DateTimeException | NumberFormatException e) {
      throw new NotSent("the refresh service answered against its contract");
    }
  }

  private Instant end(String text) {
    if (text.isEmpty()) {
      return clock.instant().plus(answer.lifetime);
    }
    return text.indexOf('-') < 0
        ? Instant.ofEpochMilli(Long.parseLong(text))
        : LocalDateTime.parse(text, TIME).atZone(CHINA).toInstant();
  }
}
