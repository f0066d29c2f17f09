package io.enforcement.gateway.standards.format;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;

/**
 * {@code xs:boolean} as an object: a primitive would be false when the element is absent, and
 * nobody could tell.
 */
public final class BooleanAdapter extends XmlAdapter<String, Boolean> {

  @Override
  public Boolean unmarshal(String text) {
    return text == null
        ? null
        : switch (text.strip()) {
          case "true", "1" -> Boolean.TRUE;
          case "false", "0" -> Boolean.FALSE;
          default -> throw new IllegalArgumentException("neither true nor false");
        };
  }

  @Override
  public String marshal(Boolean value) {
    return value == null ? null : value.toString();
  }
}
