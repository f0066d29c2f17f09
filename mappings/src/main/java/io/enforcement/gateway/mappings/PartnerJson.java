package io.enforcement.gateway.mappings;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * How partners' own types become JSON: UTF-8, fields in the order of the type, absent values as
 * null, decimals as digits without exponent. Same value, same bytes. Any thread.
 */
public final class PartnerJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  // A line end of our own: the platform's would make bytes differ between machines.
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter READABLE =
      MAPPER
          .writerWithDefaultPrettyPrinter()
          .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

  private PartnerJson() {}

  /** In one line, for machines. */
  public static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** Indented, for files that people open. */
  public static byte[] writeReadable(Object value) {
    return READABLE.writeValueAsBytes(value);
  }
}
