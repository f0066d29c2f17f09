package io.enforcement.gateway.standards.format;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * {@code xs:dateTime} with its offset as {@link OffsetDateTime}; a time without offset is refused.
 */
public final class DateTimeAdapter extends XmlAdapter<String, OffsetDateTime> {

  @Override
  public OffsetDateTime unmarshal(String text) {
    return text == null ? null : OffsetDateTime.parse(text.strip());
  }

  @Override
  public String marshal(OffsetDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }
}
