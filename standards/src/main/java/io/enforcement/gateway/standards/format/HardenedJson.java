package io.enforcement.gateway.standards.format;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The one Jackson of the house: no default typing, no guessing of types, exact decimals, offsets
 * kept, nothing unknown. Money is written as decimal text so that no reader makes a double of it,
 * and is read from text or number.
 */
final class HardenedJson {

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonBounds.MAX_DEPTH)
                  .maxNumberLength(JsonBounds.MAX_NUMBER_LENGTH)
                  .maxStringLength(JsonBounds.MAX_STRING_BYTES)
                  .maxNameLength(1_000)
                  .build())
          // Our threads are few and stay: buffers of their own cost less than shared ones.
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          // Names are chosen by the sender: interning them would let strangers fill our heap.
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .build();

  static final JsonMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(MapperFeature.USE_GETTERS_AS_SETTERS)
          .disable(
              MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(StrictScalars.module())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_EMPTY))
          .changeDefaultNullHandling(n -> n.withContentNulls(Nulls.FAIL))
          .withConfigOverride(
              BigDecimal.class,
              o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .withCoercionConfig(
              LogicalType.Textual,
              c ->
                  c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private HardenedJson() {}
}
