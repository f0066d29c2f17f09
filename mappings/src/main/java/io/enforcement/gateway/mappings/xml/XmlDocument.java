package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One message of a partner, or a part of it, being read. It has passed the partner's schema; what
 * the schema cannot say is noted: words without a meaning, days that do not exist, 无 where
 * something must stand. An absent value reads as null. Not for sharing.
 */
public final class XmlDocument {

  private final XmlForms forms;
  private final XmlElement element;
  private final Reading reading;

  private XmlDocument(XmlForms forms, XmlElement element, Reading reading) {
    this.forms = forms;
    this.element = element;
    this.reading = reading;
  }

  /**
   * The message in these bytes.
   *
   * @param root the name of its root element
   * @throws io.enforcement.gateway.standards.validation.Rejected when it does not follow the schema
   */
  public static XmlDocument of(XmlContract contract, XmlForms forms, byte[] message, String root) {
    return new XmlDocument(forms, contract.read(message, root), new Reading());
  }

  /**
   * @throws io.enforcement.gateway.standards.validation.Rejected when anything was noted
   */
  public void orRejected() {
    reading.orRejected();
  }

  public String text(String name) {
    return Reading.text(element.text(name));
  }

  public String required(String name) {
    return reading.required(text(name), element.path(name));
  }

  /** The texts of all elements of this name that say anything. */
  public List<String> texts(String name) {
    return element.children(name).stream()
        .map(child -> Reading.text(child.text()))
        .filter(Objects::nonNull)
        .toList();
  }

  public LocalDate date(String name) {
    return reading.date(element.text(name), forms.day(), element.path(name));
  }

  public OffsetDateTime time(String name) {
    return reading.dateTime(element.text(name), forms.moment(), element.path(name));
  }

  public Boolean answer(String name) {
    String value = element.text(name);
    return value == null ? null : value.equals(forms.yes());
  }

  public Integer integer(String name) {
    String value = element.text(name);
    return value == null ? null : Integer.valueOf(value.strip());
  }

  public Long size(String name) {
    String value = element.text(name);
    return value == null ? null : Long.valueOf(value.strip());
  }

  /** Yuan with two decimals, from 元 or 万元. */
  public BigDecimal yuan(String name, String unit) {
    return reading.yuan(element.text(name), unit, element.path(name));
  }

  public BigDecimal number(String name) {
    String value = element.text(name);
    return value == null ? null : new BigDecimal(value.strip());
  }

  public String code(String name, PartnerCodes words) {
    return reading.code(words, element.text(name), element.path(name));
  }

  public String requiredCode(String name, PartnerCodes words) {
    return required(name) == null ? null : code(name, words);
  }

  /** One code for each element of this name; null where the word has no meaning. */
  public List<String> codes(String name, PartnerCodes words) {
    return element.children(name).stream()
        .map(child -> reading.code(words, child.text(), child.here()))
        .toList();
  }

  /** Null when there is no such part. */
  public <T> T part(String name, Function<XmlDocument, T> reader) {
    XmlElement part = element.child(name);
    return part == null ? null : reader.apply(new XmlDocument(forms, part, reading));
  }

  public <T> List<T> parts(String name, Function<XmlDocument, T> reader) {
    return element.children(name).stream()
        .map(part -> reader.apply(new XmlDocument(forms, part, reading)))
        .toList();
  }
}
