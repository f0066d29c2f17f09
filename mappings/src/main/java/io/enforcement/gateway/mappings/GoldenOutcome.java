package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What comes of one golden sample {@code <case>.in.<ext>}: the text that stands beside it in {@code
 * <case>.<ending>}. Every sample is translated with the same key and at the same moment, so that
 * its outcome is the same for ever. Pure; any thread.
 *
 * @param ending one of {@link #ENDINGS}, told from the text
 * @param parts what was read; empty for what was written or refused as a whole
 */
public record GoldenOutcome(String ending, String text, List<Part> parts) {

  /** Ending of the outcome of a message that is refused as a whole. */
  public static final String REFUSED = "rejected.txt";

  /** The endings that an outcome can have. */
  public static final List<String> ENDINGS = List.of("out.json", "out.xml", "out.csv", REFUSED);

  private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");
  private static final String KEY = "0190b6f0-4c1e-7a52-9d3b-5f2a6c8e0d11";

  /** The context of every sample that a partner sends. */
  public static Context inbound(String sourceName) {
    return new Context(KEY, AT, sourceName);
  }

  /** The context of every sample that a partner receives. */
  public static Context outbound() {
    return new Context(KEY, AT, null);
  }

  /** What comes of a message that a partner sends. */
  public static GoldenOutcome ofReading(ToStandard translator, byte[] message, String sourceName) {
    try {
      List<Part> parts = translator.toStandard(message, inbound(sourceName));
      return new GoldenOutcome("out.json", GoldenText.of(parts), List.copyOf(parts));
    } catch (Rejected e) {
      return refused(e);
    }
  }

  /** What comes of a record that a partner receives. */
  public static GoldenOutcome ofWriting(FromStandard translator, StandardRecord record) {
    try {
      String text = GoldenText.of(translator.fromStandard(record, outbound()));
      return new GoldenOutcome(ending(text), text, List.of());
    } catch (Rejected e) {
      return refused(e);
    }
  }

  /**
   * What the standard has against the records that were read: a translator that writes what the
   * standard refuses has translated nothing. Empty when all is well.
   *
   * @param today the day against which dates are judged
   */
  public List<String> faults(LocalDate today) {
    return parts.stream()
        .filter(Part.Translated.class::isInstance)
        .map(Part.Translated.class::cast)
        .flatMap(
            part ->
                faults(part.record(), today).stream()
                    .map(fault -> "[" + part.position() + "] " + fault))
        .toList();
  }

  /** The same of one record. */
  public static List<String> faults(StandardRecord record, LocalDate today) {
    StandardXml.Checked checked = StandardXml.writeChecked(record);
    if (!checked.findings().isEmpty()) {
      return checked.findings().stream().map(GoldenText::line).toList();
    }
    // A receiver gets the record as it was made or as it is read from the store: one and the same.
    byte[] kept = StandardJson.write(StandardXml.read(checked.xml()));
    if (!Arrays.equals(kept, StandardJson.write(record))) {
      return List.of("is another record when it is kept and read again");
    }
    return StandardValidator.shipped().validate(record, today).stream()
        .filter(Finding::refuses)
        .map(GoldenText::line)
        .toList();
  }

  /** What was refused of it, in words; empty when nothing was. */
  public List<String> refusals() {
    return ending.equals(REFUSED)
        ? text.lines().toList()
        : parts.stream()
            .filter(Part.Refused.class::isInstance)
            .map(Part.Refused.class::cast)
            .flatMap(part -> part.findings().stream())
            .filter(Finding::refuses)
            .map(GoldenOutcome::refusal)
            .distinct()
            .toList();
  }

  private static String refusal(Finding finding) {
    String named = finding.arguments().isEmpty() ? "" : " " + finding.arguments();
    return GoldenText.line(finding) + named;
  }

  private static GoldenOutcome refused(Rejected refusal) {
    return new GoldenOutcome(REFUSED, GoldenText.ofFindings(refusal.findings()), List.of());
  }

  private static String ending(String text) {
    return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
      case '{', '[' -> "out.json";
      case '<' -> "out.xml";
      default -> "out.csv";
    };
  }
}
