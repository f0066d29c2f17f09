package io.enforcement.gateway.routes.sandbox.farside;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON reader and writer that all far sides share. */
final class Json {

  /** Keeps numbers digit by digit, as a database has them. */
  static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}
}
