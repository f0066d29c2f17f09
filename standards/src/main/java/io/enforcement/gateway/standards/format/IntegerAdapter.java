package io.enforcement.gateway.standards.format;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;

/**
 * {@code xs:int} as an object: a primitive would be 0 when the element is absent, and nobody could
 * tell.
 */
public final class IntegerAdapter extends XmlAdapter<String, Integer> {

  @Override
  public Integer unmarshal(String text) {
    return text == null ? null : Integer.valueOf(text.strip());
  }

  @Override
  public String marshal(Integer value) {
    return value == null ? null : value.toString();
  }
}
