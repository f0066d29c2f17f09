package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.HotlineExtensionAnswer;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrderExtension;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which request for more time an answer is about. We send it with the request, the city gives it
 * back unread: identity, revision and moment of the request, parted by {@code @}. The moment is
 * part of the record's key, and Qinghe's own form of it would lose the seconds.
 */
record ApplyKey(String identity, int revision, OffsetDateTime askedAt) {

  private static final Pattern FORM = Pattern.compile("(.{1,100})@([0-9]{1,6})@([^@]{20,40})");

  /** Null when it is absent or not as we sent it, which is noted. */
  static ApplyKey read(String value, String path, Reading reading) {
    String text = reading.required(Reading.text(value), path);
    if (text == null) {
      return null;
    }
    Matcher key = FORM.matcher(text);
    try {
      if (key.matches()) {
        return new ApplyKey(
            key.group(1), Integer.parseInt(key.group(2)), OffsetDateTime.parse(key.group(3)));
      }
    } catch (DateTimeException e) {
      // Noted below: it is not what we sent.
    }
    reading.refuse("mapping.failed", path, Reading.classOf(text));
    return null;
  }

  /** The request's record, one revision later and with its answer. */
  void answered(OrderExtension extension, HotlineExtensionAnswer answer) {
    extension.setRecordUniqueIdentity(identity);
    extension.setRevision(revision + 1);
    extension.setCdOperation(Operation.U);
    extension.setAskedAt(askedAt);
    extension.setAnswer(answer);
  }
}
