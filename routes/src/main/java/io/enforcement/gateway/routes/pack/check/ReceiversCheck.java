package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.mappings.SubscribedRecords;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.ExchangeSettings;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.RecordProperties;
import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.format.RecordTypes;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the partner receives: by which right, which records, what of them, how it is brought. */
final class ReceiversCheck {

  private static final List<String> VIAS =
      Stream.concat(ConnectorFactory.CONNECTORS.stream(), Stream.of(AmqpDoor.VIA, Receiving.OUTBOX))
          .toList();

  private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern SETTING = Pattern.compile("[a-z-]+");
  private static final Pattern WORD =
      Pattern.compile("'(?:[^']|'')*'|[0-9][A-Za-z0-9_.]*|([\\p{L}_$][\\p{L}\\p{N}_$]*)");
  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "IS", "NULL", "IN", "LIKE", "ESCAPE", "BETWEEN", "TRUE", "FALSE");

  private static final Duration LONGEST_WAIT = Duration.ofDays(30);
  private static final int MOST_AT_ONCE = 64;

  private final Draft draft;

  ReceiversCheck(Draft draft) {
    this.draft = draft;
  }

  void check() {
    for (int i = 0; i < draft.file().receives().size(); i++) {
      check("receives[" + i + "]", draft.file().receives().get(i));
    }
  }

  private void check(String path, Receives receives) {
    SettingsCheck.via(draft, path + ".via", receives.via(), VIAS);
    new TransportCheck(draft)
        .check(
            path,
            receives.via(),
            receives.settings(),
            ExchangeSettings.received(receives.via()),
            HOLE.matcher(String.valueOf(receives.selector()))
                .results()
                .map(hole -> hole.group(1))
                .toList());
    EntitlementCheck entitlement = new EntitlementCheck(draft);
    entitlement.stated(path + ".basis", receives.basis());
    entitlement.stated(path + ".purpose", receives.purpose());
    List<String> records = records(path + ".records", receives.records());
    if (!records.isEmpty()) {
      entitlement.fields(path + ".fields", receives.fields(), records);
      selector(path + ".selector", receives.selector(), SubscribedRecords.of(records));
    }
    ladder(path + ".retry", receives.retry());
    if (receives.concurrency() < 1 || receives.concurrency() > MOST_AT_ONCE) {
      draft.error(path + ".concurrency", "number-range", 1, MOST_AT_ONCE);
    }
    if (!SettingsCheck.MEDIA_TYPE.matcher(receives.contentType()).matches()) {
      draft.error(path + ".contentType", "media-type", receives.contentType());
    }
  }

  /** Those that the standard knows. */
  private List<String> records(String path, List<String> records) {
    if (draft.places().has(path) && records.isEmpty()) {
      draft.error(path, "blank", path);
    }
    List<String> known = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      String record = records.get(i);
      if (record.equals("*") || RecordTypes.of(record).isPresent()) {
        known.add(record);
      } else {
        String place = path + "[" + i + "]";
        draft.unknown(place, "record-unknown", record, RecordTypes.names(), record);
      }
    }
    return known;
  }

  private void selector(String path, String text, Set<String> records) {
    if (text == null) {
      return;
    }
    Matcher holes = HOLE.matcher(text);
    while (holes.find()) {
      if (!SETTING.matcher(holes.group(1)).matches()) {
        draft.error(path, "selector-hole", holes.group());
      }
    }
    String filled = HOLE.matcher(text).replaceAll("x");
    try {
      Selector.of(filled);
    } catch (IllegalArgumentException e) {
      draft.error(path, "selector");
      return;
    }
    Set<String> known = new TreeSet<>();
    records.forEach(record -> known.addAll(RecordProperties.names(record)));
    Matcher words = WORD.matcher(filled);
    while (words.find()) {
      String word = words.group(1);
      if (word != null
          && !KEYWORDS.contains(word.toUpperCase(Locale.ROOT))
          && !known.contains(word)) {
        draft.unknown(path, "property-unknown", word, known, word);
      }
    }
  }

  private void ladder(String path, List<String> retry) {
    for (int i = 0; retry != null && i < retry.size(); i++) {
      if (!isWait(retry.get(i))) {
        draft.error(path + "[" + i + "]", "duration-form", retry.get(i));
      }
    }
  }

  private static boolean isWait(String text) {
    try {
      Duration wait = Duration.parse(text);
      return !wait.isNegative() && !wait.isZero() && wait.compareTo(LONGEST_WAIT) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
