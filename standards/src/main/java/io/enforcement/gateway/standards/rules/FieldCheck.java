package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.book.CitizenId;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.Trail;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One rule of one field: what is wrong with this value, where it stands. */
interface FieldCheck {

  Pattern ITEM_CODE = Pattern.compile("[0-9]{14}");

  /**
   * What a check needs besides the value.
   *
   * @param day the day of the act, or null when the record has none
   * @param today the day against which dates are judged
   * @param bodies credit codes of the bodies that did the act; empty when the record is none
   * @param data what is looked up
   * @param findings where it says what it found
   */
  record Setting(
      LocalDate day, LocalDate today, Set<String> bodies, ReferenceData data, Findings findings) {}

  void run(Object value, Object owner, Trail trail, Setting setting);

  /**
   * What the annotations and the type of this field ask for.
   *
   * @param act whether the record is an act, which the registers have something to say of
   */
  static List<FieldCheck> of(Field field, Class<?> owner, boolean act) {
    List<FieldCheck> checks = new ArrayList<>();
    switch (field.type()) {
      case "Uscc" -> checks.add(FieldCheck::uscc);
      case "Division" -> checks.add(FieldCheck::division);
      case "DocumentNumber" -> checks.add(FieldCheck::documentNumber);
      case "Certificate" -> checks.add(FieldCheck::certificate);
      case "Party" -> {
        checks.add(PartyCheck::identifiers);
        if (field.isMandatory()) {
          checks.add(PartyCheck::code);
        }
      }
      case "SuperviseItemCode" -> {
        checks.add(FieldCheck::itemCode);
        if (act) {
          checks.add(ItemCheck::run);
        }
      }
      case "OfficerReference" -> {
        // Those named inside a part did something else on another day, a review for example.
        if (act && StandardRecord.class.isAssignableFrom(owner)) {
          checks.add(OfficerCheck::run);
        }
      }
      default -> {
        // Other types have no rule beyond their shape.
      }
    }
    if (field.codes() != null) {
      checks.add((code, at, trail, setting) -> code(field.codes(), code, trail, setting));
    }
    if (field.past()) {
      checks.add(FieldCheck::past);
    }
    if (field.notBefore() != null) {
      checks.add(notBefore(field, Property.of(owner, field.notBefore())));
    }
    return List.copyOf(checks);
  }

  /** The day of a date or a moment; null for null. */
  static LocalDate day(Object date) {
    return date instanceof OffsetDateTime moment ? moment.toLocalDate() : (LocalDate) date;
  }

  private static void code(String table, Object code, Trail trail, Setting setting) {
    setting.findings().code(table, (String) code, setting.day(), trail);
  }

  private static void uscc(Object value, Object owner, Trail trail, Setting setting) {
    String uscc = (String) value;
    if (!Identifiers.uscc(uscc)) {
      String found =
          uscc.length() == 18
              ? "18 characters, alphabet or check character wrong"
              : uscc.length() + " characters";
      setting.findings().add("identifier.uscc", trail, found);
    } else if (!Identifiers.organisationCode(uscc.substring(8, 17))) {
      setting
          .findings()
          .add("identifier.organisation-code", trail, "positions 9 to 17, check character wrong");
    }
  }

  /** Whoever invents a district cannot be told from a table that lags behind: only a warning. */
  private static void division(Object value, Object owner, Trail trail, Setting setting) {
    LocalDate day = setting.day() == null ? setting.today() : setting.day();
    switch (setting.data().divisions().knows((String) value, day)) {
      case UNKNOWN -> setting.findings().add("code.division-unknown", trail, "not in the table");
      case NOT_IN_FORCE ->
          setting
              .findings()
              .add("code.division-not-in-force", trail, "in the table, not on that day");
      case KNOWN, KNOWN_ABOVE -> {
        // As far as the table goes, all is well.
      }
    }
  }

  private static void documentNumber(Object value, Object owner, Trail trail, Setting setting) {
    if (DocumentNumber.year((String) value).isEmpty()) {
      setting.findings().add("number.shape", trail, "no year in brackets or no serial");
    }
  }

  /** 监管事项目录编码: 14 digits in the upload rules of supervision. */
  private static void itemCode(Object value, Object owner, Trail trail, Setting setting) {
    if (!ITEM_CODE.matcher((String) value).matches()) {
      setting.findings().add("identifier.item-code", trail, "not 14 digits");
    }
  }

  private static void certificate(Object value, Object owner, Trail trail, Setting setting) {
    Certificate certificate = (Certificate) value;
    if (CitizenId.isType(certificate.getType())
        && !Identifiers.citizenId(certificate.getNumber(), setting.today())) {
      setting
          .findings()
          .add(
              "identifier.citizen-id",
              trail.to("number"),
              CitizenId.valueClass(certificate.getNumber()));
    }
  }

  private static void past(Object value, Object owner, Trail trail, Setting setting) {
    if (day(value).isAfter(setting.today())) {
      setting.findings().add("date.future", trail, "a day to come");
    }
  }

  private static FieldCheck notBefore(Field field, Property earlier) {
    return (value, owner, trail, setting) -> {
      Object limit = earlier.of(owner);
      if (limit != null && isBefore(value, limit)) {
        setting.findings().add("date.order", trail, "too early", field.notBefore());
      }
    };
  }

  private static boolean isBefore(Object value, Object limit) {
    return value instanceof OffsetDateTime moment && limit instanceof OffsetDateTime other
        ? moment.isBefore(other)
        : day(value).isBefore(day(limit));
  }
}
