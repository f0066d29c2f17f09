package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.GoldenText;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.SubscribedRecords;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Translates every sample of a pack and holds what comes of it against the file beside it: the
 * partner's own word on what its messages mean.
 */
final class SampleCheck {

  private static final int SHOWN = 3;

  private final Draft draft;
  private final LocalDate today;
  private final Map<String, String> missing = new TreeMap<>();

  SampleCheck(Draft draft, LocalDate today) {
    this.draft = draft;
    this.today = today;
  }

  void check() {
    Samples samples = Samples.of(draft.pack(), draft.ways());
    samples.strays().forEach(name -> draft.problems().warning(name, 0, "sample.stray"));
    for (Way way : draft.ways()) {
      if (samples.of(way).isEmpty()) {
        draft.warning(way.path(), "sample.none", way.exchange());
      }
      translation(way)
          .ifPresent(translation -> samples.of(way).forEach(s -> check(s, translation)));
    }
  }

  /** Outcomes that are nowhere written down: text by the name of its file. */
  Map<String, String> missing() {
    return missing;
  }

  /** What translates the samples of this way; empty when it does not work, which has been said. */
  private Optional<Function<Sample, Optional<GoldenOutcome>>> translation(Way way) {
    OfflinePartner partner = draft.partner();
    try {
      if (way.reads()) {
        ToStandard reader = partner.reader(way.exchange(), way.translator(), way.format());
        return Optional.of(sample -> read(reader, sample));
      }
      FromStandard writer = partner.writer(way.exchange(), way.translator(), way.format());
      PermittedFields permitted = PermittedFields.of(way.records(), way.fields());
      return Optional.of(
          sample ->
              written(
                  (record, context) -> writer.fromStandard(permitted.in(record), context),
                  way,
                  sample));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private void check(Sample sample, Function<Sample, Optional<GoldenOutcome>> translation) {
    try {
      translation.apply(sample).ifPresent(outcome -> check(sample, outcome));
    } catch (RuntimeException e) {
      // A mapping may fail in any way that its author did not think of.
      error(sample.in(), "sample.failed", e.getMessage());
    }
  }

  private void check(Sample sample, GoldenOutcome outcome) {
    outcome.faults(today).forEach(fault -> error(sample.in(), "sample.standard", fault));
    conflicts(sample, outcome);
    String expected = sample.outcome(outcome.ending());
    List<String> beside =
        GoldenOutcome.ENDINGS.stream()
            .map(sample::outcome)
            .filter(draft.pack().names()::contains)
            .toList();
    if (beside.isEmpty()) {
      missing.put(expected, outcome.text());
      error(sample.in(), "sample.without-outcome", expected);
    } else if (!beside.equals(List.of(expected))) {
      error(sample.in(), "sample.other-outcome", expected, String.join(", ", beside));
      refusals(sample, outcome);
    } else {
      GoldenText.difference(draft.pack().text(expected).orElseThrow(), outcome.text())
          .ifPresent(
              place -> {
                error(sample.in(), "sample.differs", expected, place);
                refusals(sample, outcome);
              });
    }
  }

  /** Each row is translated by itself; in service the second of such a pair is refused. */
  private void conflicts(Sample sample, GoldenOutcome outcome) {
    Map<String, Part.Translated> seen = new HashMap<>();
    for (Part part : outcome.parts()) {
      if (part instanceof Part.Translated translated) {
        identity(translated.record())
            .map(identity -> seen.putIfAbsent(identity, translated))
            .filter(first -> !sameContent(first, translated))
            .ifPresent(
                first ->
                    error(sample.in(), "sample.same-record", first.position(), part.position()));
      }
    }
  }

  private static Optional<String> identity(StandardRecord record) {
    RecordIdentity identity = RecordIdentity.of(record);
    // Co-offenders share a number in rows of their own.
    return identity
        .actKey()
        .map(key -> key + " " + identity.partyKey().orElse("") + " " + record.getRevision());
  }

  private static boolean sameContent(Part.Translated one, Part.Translated other) {
    return Arrays.equals(StandardJson.write(one.record()), StandardJson.write(other.record()));
  }

  /** An outcome that nobody expected has its reason in what was refused, when anything was. */
  private void refusals(Sample sample, GoldenOutcome outcome) {
    outcome.refusals().stream()
        .limit(SHOWN)
        .forEach(refusal -> error(sample.in(), "sample.refused", refusal));
  }

  private Optional<GoldenOutcome> read(ToStandard translator, Sample sample) {
    return Optional.of(GoldenOutcome.ofReading(translator, bytes(sample), sample.shortName()));
  }

  private Optional<GoldenOutcome> written(FromStandard translator, Way way, Sample sample) {
    StandardRecord record;
    try {
      record = StandardXml.read(bytes(sample));
    } catch (Rejected e) {
      error(sample.in(), "sample.no-record", GoldenText.ofFindings(e.findings()));
      return Optional.empty();
    }
    StandardXml.Checked structure = StandardXml.writeChecked(record);
    if (!structure.findings().isEmpty()) {
      error(sample.in(), "sample.no-record", GoldenText.ofFindings(structure.findings()));
      return Optional.empty();
    }
    String type = record.getClass().getSimpleName();
    if (!SubscribedRecords.of(way.records()).contains(type)) {
      error(sample.in(), "sample.not-subscribed", type, way.exchange());
      return Optional.empty();
    }
    return Optional.of(GoldenOutcome.ofWriting(translator, record));
  }

  private byte[] bytes(Sample sample) {
    return draft.pack().bytes(sample.in()).orElseThrow();
  }

  private void error(String file, String kind, Object... arguments) {
    draft.problems().error(file, 0, kind, arguments);
  }
}
