package io.enforcement.gateway.standards.rules.acts;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.RecordingIndex;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** Whether a recording was stored in time, unchanged, and without a break where that is due. */
final class RecordingRules {

  // 泉建法〔2023〕12号: stored within 24 hours in principle; 广东省行政执法全过程记录办法 art. 23 gives one
  // working day.
  private static final Limit STORED = Limit.parse("24 H");
  // 广东省行政执法全过程记录办法: 04 seizure and 05 demolition are recorded without a break.
  private static final Set<String> WITHOUT_BREAK = Set.of("04", "05");
  // Devices round, and close a file some seconds after the last picture.
  private static final long TOLERANCE_SECONDS = 60;

  private RecordingRules() {}

  static void addTo(RuleBook book) {
    book.add(RecordingIndex.class, RecordingRules::check);
  }

  private static void check(RecordingIndex recording, LocalDate today, Findings findings) {
    if (recording.getStoredAt() == null) {
      findings.add("recording.not-stored", "storedAt", "absent");
    } else if (findings
        .deadlines()
        .missed(STORED, recording.getEndedAt(), recording.getStoredAt())) {
      findings.add("recording.stored-late", "storedAt", "after the limit");
    }
    if (recording.getDigest() == null) {
      findings.add("recording.digest", "digest", "absent");
    }
    if (isLongerThanItsTime(recording)) {
      findings.add("recording.duration", "durationSeconds", "longer than from start to end");
    }
    boolean continuous = !Boolean.FALSE.equals(recording.isUninterrupted());
    if (recording.getScene() != null
        && WITHOUT_BREAK.contains(recording.getScene())
        && !continuous) {
      findings.add("recording.interrupted", "uninterrupted", "interrupted");
    }
  }

  private static boolean isLongerThanItsTime(RecordingIndex recording) {
    if (recording.getDurationSeconds() == null
        || recording.getStartedAt() == null
        || recording.getEndedAt() == null) {
      return false;
    }
    long seconds = Duration.between(recording.getStartedAt(), recording.getEndedAt()).toSeconds();
    return recording.getDurationSeconds() > Math.max(seconds, 0) + TOLERANCE_SECONDS;
  }
}
