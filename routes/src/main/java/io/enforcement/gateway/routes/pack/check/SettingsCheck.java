package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.ExchangeSettings;
import io.enforcement.gateway.routes.partner.FormField;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.partner.PartnerFile.Contact;
import io.enforcement.gateway.routes.partner.PartnerFile.Expectation;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import io.enforcement.gateway.routes.partner.PartnerRules;
import java.time.DateTimeException;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who the partner is, what it sends, and what its entries say together. */
final class SettingsCheck {

  static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z]+/[a-z0-9.+-]+(; ?charset=[A-Za-z0-9-]+)?");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final Pattern PHONE = Pattern.compile("[0-9+() /-]{3,40}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final int FASTEST = 100_000;

  private static final List<String> VIAS =
      Stream.of(
              Stream.of(Sending.REST, Sending.SOAP),
              ConnectorFactory.SOURCES.stream(),
              Stream.of(AmqpDoor.VIA))
          .flatMap(words -> words)
          .toList();

  private final Draft draft;
  private final PartnerFile file;

  SettingsCheck(Draft draft) {
    this.draft = draft;
    this.file = draft.file();
  }

  void check() {
    identity();
    contacts();
    expectations();
    retention();
    if (draft.ways().isEmpty() && file.queries().isEmpty()) {
      draft.error("", "nothing-exchanged");
    }
    if (file.quota().messagesPerSecond() < 1 || file.quota().messagesPerSecond() > FASTEST) {
      draft.error("quota.messagesPerSecond", "number-range", 1, FASTEST);
    }
    names("sends", file.sends().stream().map(Sends::exchange).toList());
    names("receives", file.receives().stream().map(PartnerFile.Receives::exchange).toList());
    names("answers", file.answers().stream().map(PartnerFile.Answers::exchange).toList());
    for (int i = 0; i < file.sends().size(); i++) {
      sends("sends[" + i + "]", file.sends().get(i));
    }
    for (PartnerRules.Broken broken : PartnerRules.broken(file)) {
      draft.error(broken.path(), "rule." + broken.rule(), broken.exchange());
    }
  }

  private void identity() {
    if (!file.partner().isEmpty() && !NAME.matcher(file.partner()).matches()) {
      draft.error("partner", "name-form", file.partner());
    }
    for (String language : List.of("zh", "en")) {
      if (!file.name().containsKey(language)) {
        draft.warning("name", "display-name", language);
      }
    }
    Secrets.checkName(draft, "credentials", file.credentials());
  }

  private void contacts() {
    for (int i = 0; i < file.contacts().size(); i++) {
      Contact contact = file.contacts().get(i);
      String path = "contacts[" + i + "]";
      if (contact.phone() == null && contact.email() == null) {
        draft.error(path, "contact-unreachable");
      }
      if (contact.phone() != null && !PHONE.matcher(contact.phone()).matches()) {
        draft.error(path + ".phone", "phone-form");
      }
      if (contact.email() != null && !EMAIL.matcher(contact.email()).matches()) {
        draft.error(path + ".email", "email-form");
      }
    }
  }

  private void expectations() {
    List<String> sent = file.sends().stream().map(Sends::exchange).toList();
    for (int i = 0; i < file.expectations().size(); i++) {
      Expectation expectation = file.expectations().get(i);
      String path = "expectations[" + i + "]";
      String exchange = expectation.exchange();
      if (!exchange.isEmpty() && !sent.contains(exchange)) {
        draft.unknown(path + ".exchange", "exchange-unknown", exchange, sent, exchange);
      }
      if (!expectation.by().isEmpty() && !TIME.matcher(expectation.by()).matches()) {
        draft.error(path + ".by", "time-form", expectation.by());
      }
    }
  }

  private void retention() {
    if (file.retention() == null) {
      return;
    }
    try {
      Period period = Period.parse(file.retention());
      if (!period.isNegative() && !period.isZero()) {
        return;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    draft.error("retention", "period-form", file.retention());
  }

  private void names(String list, List<String> exchanges) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < exchanges.size(); i++) {
      String exchange = exchanges.get(i);
      String path = list + "[" + i + "].exchange";
      if (!exchange.isEmpty() && !NAME.matcher(exchange).matches()) {
        draft.error(path, "name-form", exchange);
      } else if (!exchange.isEmpty() && !seen.add(exchange)) {
        draft.error(path, "exchange-twice", exchange);
      }
    }
  }

  private void sends(String path, Sends sends) {
    via(draft, path + ".via", sends.via(), VIAS);
    for (int i = 0; i < sends.accepts().size(); i++) {
      if (!MEDIA_TYPE.matcher(sends.accepts().get(i)).matches()) {
        draft.error(path + ".accepts[" + i + "]", "media-type", sends.accepts().get(i));
      }
    }
    new TransportCheck(draft)
        .check(path, sends.via(), sends.settings(), ExchangeSettings.sent(sends.via()), List.of());
    boolean field = sends.settings().containsKey("form-field");
    boolean form = sends.accepts().contains(FormField.MEDIA_TYPE);
    if (field != form || form && sends.accepts().size() > 1) {
      draft.error(path + ".settings", "form-field", FormField.MEDIA_TYPE);
    }
  }

  static void via(Draft draft, String path, String via, List<String> known) {
    if (!via.isEmpty() && !known.contains(via)) {
      draft.unknown(path, "yaml.word", via, known, path, via);
    }
  }
}
