package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The validator's complaint as a finding. Only its key ({@code cvc-...}) and the names that the
 * schema expects are used: the rest of the text quotes values. Serves our own schema and those of
 * partners. Pure; any thread.
 */
public final class SchemaComplaint {

  private static final Pattern KEY = Pattern.compile("^(cvc-[A-Za-z0-9.-]+)");
  private static final Pattern EXPECTED = Pattern.compile("\"[^\"]+\":([A-Za-z0-9]+)");

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("cvc-pattern-valid", "structure.pattern"),
          Map.entry("cvc-minLength-valid", "structure.length"),
          Map.entry("cvc-maxLength-valid", "structure.length"),
          Map.entry("cvc-length-valid", "structure.length"),
          Map.entry("cvc-enumeration-valid", "structure.enumeration"),
          Map.entry("cvc-minInclusive-valid", "structure.range"),
          Map.entry("cvc-maxInclusive-valid", "structure.range"),
          Map.entry("cvc-totalDigits-valid", "structure.decimal"),
          Map.entry("cvc-fractionDigits-valid", "structure.decimal"),
          Map.entry("cvc-datatype-valid.1.2.1", "structure.type"),
          Map.entry("cvc-complex-type.2.4.d", "structure.too-many"),
          Map.entry("cvc-complex-type.2.4.e", "structure.too-many"),
          Map.entry("cvc-complex-type.2.4.f", "structure.too-many"));

  private SchemaComplaint() {}

  /** Of a record that we wrote: its elements are ours and in their order. */
  public static Optional<Finding> finding(String message, SchemaPlace path) {
    String complaint = key(message);
    return switch (complaint) {
      // Follow-ups of a facet that has already been reported.
      case "cvc-type.3.1.3", "cvc-attribute.3" -> Optional.empty();
      case "cvc-complex-type.2.4.a" -> Optional.of(missing(message, path, path.parent()));
      case "cvc-complex-type.2.4.b" -> Optional.of(missing(message, path, path.here()));
      default ->
          Optional.of(
              Finding.of(
                  RULES.getOrDefault(complaint, "structure.other"), path.here(), facet(complaint)));
    };
  }

  /** Of a document that somebody else wrote: any element may stand anywhere. */
  public static Optional<Finding> foreign(String message, SchemaPlace path) {
    return switch (key(message)) {
      case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d" ->
          Optional.of(Finding.of("structure.order", path.here(), "not expected here"));
      default -> finding(message, path);
    };
  }

  private static String key(String message) {
    Matcher key = KEY.matcher(message == null ? "" : message);
    return key.find() ? key.group(1).replaceAll("[.-]+$", "") : "";
  }

  /** {@code cvc-maxLength-valid} as the class of a value that is wrong: {@code fails maxLength}. */
  private static String facet(String complaint) {
    return "fails " + complaint.replaceFirst("^cvc-", "").replaceFirst("-valid.*$", "");
  }

  private static Finding missing(String message, SchemaPlace path, String parent) {
    // The last name is the one that must be there; the ones before it are optional neighbours.
    String expected = "";
    Matcher names = EXPECTED.matcher(message.substring(message.lastIndexOf("'{")));
    while (names.find()) {
      expected = names.group(1);
    }
    return Finding.of("structure.missing", path.child(parent, expected), "absent");
  }
}
