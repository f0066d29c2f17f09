package io.enforcement.gateway.routes.cli.partner;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** For programs: one object a line. */
final class Json {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Json() {}

  static String line(Map<String, ?> row) {
    return JSON.writeValueAsString(row);
  }
}
