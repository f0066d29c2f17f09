package io.enforcement.gateway.routes.story;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered to one request, as the caller saw it. */
record Reply(int status, String contentType, String text) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, contentType, new String(body, StandardCharsets.UTF_8));
  }

  JsonNode json() {
    return JSON.readTree(text);
  }

  String messageId() {
    return json().path("messageId").asString("");
  }

  String code() {
    return json().path("code").asString("");
  }

  String rule() {
    return json().path("rule").asString("");
  }
}
