package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One message to a partner, or a part of it, being written: values in the partner's forms, in the
 * order of its schema. What is absent leaves no element. Not for sharing.
 */
public final class XmlDraft {

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private final XmlContract contract;
  private final XmlForms forms;
  private final XmlElement element;
  private final Reading reading;

  private XmlDraft(XmlContract contract, XmlForms forms, XmlElement element, Reading reading) {
    this.contract = contract;
    this.forms = forms;
    this.element = element;
    this.reading = reading;
  }

  /** An empty message. */
  public static XmlDraft of(XmlContract contract, XmlForms forms, String root) {
    return new XmlDraft(contract, forms, XmlElement.root(root), new Reading());
  }

  public void text(String name, Object value) {
    element.add(name, value == null ? null : value.toString());
  }

  public void texts(String name, List<String> values) {
    values.forEach(value -> text(name, value));
  }

  public void number(String name, BigDecimal value) {
    element.add(name, value == null ? null : value.toPlainString());
  }

  public void answer(String name, Boolean value) {
    if (value != null) {
      element.add(name, value ? forms.yes() : forms.no());
    }
  }

  public void date(String name, LocalDate day) {
    element.add(name, day == null ? null : DateTimeFormatter.ofPattern(forms.day()).format(day));
  }

  /** In Beijing time, as exact as the form. */
  public void time(String name, OffsetDateTime moment) {
    element.add(
        name,
        moment == null
            ? null
            : DateTimeFormatter.ofPattern(forms.moment())
                .format(moment.withOffsetSameInstant(BEIJING)));
  }

  /** The partner's word for a code; notes {@code mapping.code}. */
  public void code(String name, PartnerCodes words, String code) {
    if (code != null) {
      element.add(name, reading.code(words, code, element.path(name)));
    }
  }

  public void codes(String name, PartnerCodes words, List<String> codes) {
    codes.forEach(code -> code(name, words, code));
  }

  public <T> void part(String name, BiConsumer<XmlDraft, T> writer, T value) {
    if (value != null) {
      writer.accept(new XmlDraft(contract, forms, element.add(name), reading), value);
    }
  }

  public <T> void parts(String name, BiConsumer<XmlDraft, T> writer, List<T> values) {
    values.forEach(value -> part(name, writer, value));
  }

  /**
   * The message.
   *
   * @throws io.enforcement.gateway.standards.validation.Rejected when a code has no word there or a
   *     value does not fit the partner's schema
   */
  public byte[] bytes() {
    reading.orRejected();
    return contract.write(element);
  }
}
