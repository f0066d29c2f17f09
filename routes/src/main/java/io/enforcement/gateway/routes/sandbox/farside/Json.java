package io.enforcement.gateway.routes.sandbox.farside;

import tools.jackson.databind.json.JsonMapper;

/** The JSON reader and writer that all far sides share. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}
}
