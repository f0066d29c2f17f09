package io.enforcement.gateway.standards;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records made from the dictionary alone: every field at random there or not, every value at random
 * within its type. They mean nothing and are sound in structure. The same seed gives the same
 * records.
 */
public final class GeneratedRecords {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Dictionary DICTIONARY = Dictionary.v1();
  private static final List<RecordType> RECORDS = List.copyOf(DICTIONARY.records());
  private static final int[] CHARACTERS =
      "执法决定书安平区綜合行政〔2026〕号 aZ09<&>\"']]\t\n\r\u00A0\u3000𠮷𪚥é\u0301\u2028\uFFFD\uE000"
          .codePoints()
          .toArray();

  private final Random random;

  public GeneratedRecords(long seed) {
    this.random = new Random(seed);
  }

  /** One record of this type. */
  public StandardRecord record(RecordType type) {
    byte[] json = MAPPER.writeValueAsBytes(object(type.part()));
    return StandardJson.read(json, RecordTypes.of(type.name()).orElseThrow());
  }

  /** The n-th record, the types in turn. */
  public StandardRecord record(int n) {
    return record(RECORDS.get(n % RECORDS.size()));
  }

  private Map<String, Object> object(PartType part) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Field field : part.fields()) {
      if (field.isMandatory() || random.nextInt(3) > 0) {
        object.put(field.property(), field.isList() ? list(field) : value(field.type()));
      }
    }
    return object;
  }

  private List<Object> list(Field field) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(Math.min(field.max(), 3)); i >= 0; i--) {
      list.add(value(field.type()));
    }
    return list;
  }

  private Object value(String type) {
    if (DICTIONARY.part(type).isPresent()) {
      return object(DICTIONARY.part(type).get());
    }
    return DICTIONARY.value(type).map(this::value).orElseGet(() -> builtIn(type, Map.of()));
  }

  private Object value(ValueType type) {
    if (!type.values().isEmpty()) {
      return type.values().get(random.nextInt(type.values().size()));
    }
    return type.facets().containsKey("pattern")
        ? shaped(type.name())
        : builtIn(type.base(), type.facets());
  }

  /** One text per pattern of the schema; a new pattern needs a line here. */
  private String shaped(String type) {
    return switch (type) {
      case "Uscc" -> "1164010678L04X123X";
      case "Division" -> List.of("640106", "640106001", "640106001002").get(random.nextInt(3));
      case "Code", "CodeTableValue" -> Integer.toString(random.nextInt(1000));
      case "CodeTableName" -> "table-" + random.nextInt(100);
      case "RecordNumber" -> Integer.toString(100 + random.nextInt(900));
      case "EnvelopeVersion" -> "1.0." + random.nextInt(10);
      case "EnvelopeMessageId" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "Phone" -> "0951-" + (1000000 + random.nextInt(8999999));
      case "Digest" -> "sha256:" + new BigInteger(256, random).setBit(255).toString(16);
      case "PartyDigest" -> new BigInteger(64, random).setBit(63).toString(16);
      case "DigestPrefix" -> Integer.toHexString(random.nextInt(4096));
      default -> throw new IllegalStateException("no text is known for the pattern of " + type);
    };
  }

  private Object builtIn(String base, Map<String, String> facets) {
    return switch (base) {
      case "xs:string" -> text(facets);
      case "xs:boolean" -> random.nextBoolean();
      case "xs:int", "xs:long" -> integer(facets);
      case "xs:decimal" -> decimal(facets);
      case "xs:date" -> LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9000)).toString();
      case "xs:dateTime" ->
          OffsetDateTime.of(2020, 1, 1, 0, 0, 0, random.nextInt(2) * 120_000_000, offset())
              .plusSeconds(1 + random.nextInt(100_000_000))
              .toString();
      default -> throw new IllegalStateException("no value is known for " + base);
    };
  }

  private ZoneOffset offset() {
    return random.nextInt(4) == 0 ? ZoneOffset.UTC : ZoneOffset.ofHours(8);
  }

  private String text(Map<String, String> facets) {
    int least = Integer.parseInt(facets.getOrDefault("minLength", "1"));
    int most = Integer.parseInt(facets.getOrDefault("maxLength", "200"));
    // Characters beyond the BMP count once in the schema and twice in Java.
    int length = least + random.nextInt(Math.max(1, Math.min(most / 2, 60) - least + 1));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return text.toString();
  }

  private long integer(Map<String, String> facets) {
    long least = Long.parseLong(facets.getOrDefault("minInclusive", "-1000"));
    long most = Long.parseLong(facets.getOrDefault("maxInclusive", "1000000"));
    return least + (long) (random.nextDouble() * (most - least));
  }

  private String decimal(Map<String, String> facets) {
    int scale = random.nextInt(Integer.parseInt(facets.get("fractionDigits")) + 1);
    long most = Long.parseLong(facets.getOrDefault("maxInclusive", "9000000"));
    return BigDecimal.valueOf(random.nextDouble() * most)
        .setScale(scale, RoundingMode.DOWN)
        .toPlainString();
  }
}
