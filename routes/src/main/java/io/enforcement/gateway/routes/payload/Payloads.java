package io.enforcement.gateway.routes.payload;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DocumentForm;
import io.enforcement.gateway.mappings.declarative.TranslationReport;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Row;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.payload.Translated.Reading;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.Sha256;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.routes.store.VersionStore;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The documents of a message, masked. What came is kept, and so are the records; what left is made
 * anew by the translation of today. A report translates the document many times: it is for people
 * who look at one message. Who may look is for the caller to know. Thread-safe.
 */
@Component
public class Payloads {

  /** A report of more would take seconds. */
  private static final int MOST_VALUES = 200;

  /** Of each code list of a partner: enough to put one word in the place of another. */
  private static final int WORDS = 2;

  private final PartnerCatalog catalog;
  private final TranslationStore messages;
  private final DeliveryStore deliveries;
  private final VersionStore versions;

  Payloads(
      PartnerCatalog catalog,
      TranslationStore messages,
      DeliveryStore deliveries,
      VersionStore versions) {
    this.catalog = catalog;
    this.messages = messages;
    this.deliveries = deliveries;
    this.versions = versions;
  }

  /**
   * What a message was made of.
   *
   * @param version of its body; 0 is what came
   * @param clear the person has unmasked the message
   * @return empty when there is no such message or version
   */
  public Optional<Translated> received(UUID message, int version, boolean clear) {
    return messages
        .find(message)
        .flatMap(head -> versions.body(message, version).map(body -> received(head, body, clear)));
  }

  private Translated received(ClaimedMessage message, byte[] body, boolean clear) {
    if (body.length == 0) {
      return unread(body, Reading.PRUNED);
    }
    Optional<Sending> sending =
        catalog.sending(message.sender(), message.exchange(), message.receivedAt());
    Optional<OfflinePartner> partner = catalog.offline(message.sender());
    if (sending.isEmpty() || partner.isEmpty()) {
      return unread(body, Reading.NOT_IN_SERVICE);
    }
    ToStandard translator = sending.get().translator();
    Context context = new Context(message.id().toString(), message.receivedAt(), message.key());
    try {
      byte[] document = sending.get().open(body).document();
      DocumentForm form = partner.get().form(sent(partner.get(), message.exchange()), document);
      Map<String, String> values = form.values(document);
      if (values.size() > MOST_VALUES) {
        return unread(body, Reading.TOO_MANY);
      }
      List<Row> rows =
          TranslationReport.toStandard(
              translator, document, context, form, partner.get().words(WORDS));
      Map<Integer, StandardRecord> records = records(translator, document, context);
      Masking masking = masking(records);
      Map<String, String> shown = masking.before(values, rows, clear);
      return new Translated(
          digest(body),
          body.length,
          Reading.WHOLE,
          values.keySet().stream()
              .map(path -> new ShownValue(path, shown.get(path), null))
              .toList(),
          rows.stream()
              .map(
                  row ->
                      way(row, shown.getOrDefault(row.source(), ""), target(row, records, clear)))
              .toList());
    } catch (RuntimeException e) {
      // No document of a form whose values have names, or one over which a translator stumbles.
      return unread(body, Reading.BINARY);
    }
  }

  private static Map<Integer, StandardRecord> records(
      ToStandard translator, byte[] document, Context context) {
    Map<Integer, StandardRecord> records = new HashMap<>();
    try {
      for (Part part : translator.toStandard(document, context)) {
        if (part instanceof Part.Translated translated) {
          records.put(part.position(), translated.record());
        }
      }
    } catch (Rejected e) {
      // Refused as a whole: the report says by which rule.
    }
    return records;
  }

  private static Masking masking(Map<Integer, StandardRecord> records) {
    Map<Integer, RecordMask> masks = new HashMap<>();
    records.forEach((position, record) -> masks.put(position, mask(record)));
    return new Masking(masks);
  }

  private static String target(Row row, Map<Integer, StandardRecord> records, boolean clear) {
    if (row.target().isEmpty()) {
      return "";
    }
    int mark = row.target().indexOf('!');
    StandardRecord record =
        mark < 0
            ? records.values().iterator().next()
            : records.get(Integer.valueOf(row.target().substring(0, mark)));
    return shown(mask(record), row.target().substring(mark + 1), row.value(), clear);
  }

  /**
   * The record of one part, as it is stored.
   *
   * @return empty when there is none: refused, or pruned
   */
  public List<ShownValue> record(UUID message, int part, boolean clear) {
    return versions
        .record(message, part)
        .map(StandardXml::read)
        .map(record -> shown(record, clear))
        .orElse(List.of());
  }

  private static List<ShownValue> shown(StandardRecord record, boolean clear) {
    RecordMask mask = mask(record);
    String kind = record.getClass().getSimpleName();
    return twin(record).entrySet().stream()
        .map(
            v ->
                new ShownValue(
                    v.getKey(),
                    shown(mask, v.getKey(), v.getValue(), clear),
                    Place.of(kind, v.getKey()).map(place -> place.field().label()).orElse(null)))
        .toList();
  }

  private static String shown(RecordMask mask, String path, String value, boolean clear) {
    if (mask.isSecret(path)) {
      return Masks.HIDDEN;
    }
    return clear ? value : mask.shown(path, value);
  }

  /**
   * What a delivery is made into for its receiver.
   *
   * @return empty when there is no such delivery
   */
  public Optional<Translated> sent(UUID delivery, boolean clear) {
    return deliveries.find(delivery).map(due -> sent(due, clear));
  }

  private Translated sent(DueDelivery due, boolean clear) {
    byte[] nothing = {};
    if (due.record() == null) {
      return unread(nothing, Reading.PRUNED);
    }
    Optional<Receiving> receiving = catalog.receiving(due.receiver(), due.exchange());
    Optional<OfflinePartner> partner = catalog.offline(due.receiver());
    if (receiving.isEmpty() || partner.isEmpty()) {
      return unread(nothing, Reading.NOT_IN_SERVICE);
    }
    byte[] document;
    StandardRecord record = StandardXml.read(due.record());
    FromStandard translator = receiving.get().translator();
    Context context = new Context(due.id().toString(), due.recordedAt(), null);
    try {
      document = translator.fromStandard(record, context);
    } catch (Rejected e) {
      return unread(nothing, Reading.REFUSED);
    }
    Map<String, String> before = twin(record);
    if (before.size() > MOST_VALUES) {
      return unread(document, Reading.TOO_MANY);
    }
    try {
      DocumentForm form = partner.get().form(received(partner.get(), due.exchange()), document);
      Map<String, String> after = form.values(document);
      List<Row> rows = TranslationReport.fromStandard(translator, record, context, form, List.of());
      RecordMask mask = mask(record);
      Map<String, String> shown = new Masking(Map.of(1, mask)).after(after, rows, clear);
      return new Translated(
          digest(document),
          document.length,
          Reading.WHOLE,
          after.keySet().stream().map(path -> new ShownValue(path, shown.get(path), null)).toList(),
          rows.stream()
              .map(
                  row ->
                      way(
                          row,
                          shown(mask, row.source(), before.getOrDefault(row.source(), ""), clear),
                          shown.getOrDefault(row.target(), "")))
              .toList());
    } catch (RuntimeException e) {
      // As with what came.
      return unread(document, Reading.BINARY);
    }
  }

  private static ShownWay way(Row row, String source, String target) {
    return new ShownWay(
        row.source(),
        row.source().isEmpty() ? "" : source,
        row.rule(),
        row.target(),
        target,
        row.result().name());
  }

  private static RecordMask mask(StandardRecord record) {
    return new RecordMask(record.getClass().getSimpleName(), twin(record));
  }

  private static Map<String, String> twin(StandardRecord record) {
    return DocumentForm.json().values(StandardJson.write(record));
  }

  private static Map<String, String> sent(OfflinePartner partner, String exchange) {
    return partner.file().sends().stream()
        .filter(sends -> sends.exchange().equals(exchange))
        .findFirst()
        .map(PartnerFile.Sends::format)
        .orElse(Map.of());
  }

  private static Map<String, String> received(OfflinePartner partner, String exchange) {
    return partner.file().receives().stream()
        .filter(receives -> receives.exchange().equals(exchange))
        .findFirst()
        .map(PartnerFile.Receives::format)
        .orElse(Map.of());
  }

  private static Translated unread(byte[] document, Reading reading) {
    return Translated.unread(digest(document), document.length, reading);
  }

  private static String digest(byte[] document) {
    return "sha256:" + HexFormat.of().formatHex(Sha256.of(document));
  }
}
