package io.enforcement.gateway.standards.format;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;

/** {@code xs:long} as an object, for the same reason as {@link IntegerAdapter}. */
public final class LongAdapter extends XmlAdapter<String, Long> {

  @Override
  public Long unmarshal(String text) {
    return text == null ? null : Long.valueOf(text.strip());
  }

  @Override
  public String marshal(Long value) {
    return value == null ? null : value.toString();
  }
}
