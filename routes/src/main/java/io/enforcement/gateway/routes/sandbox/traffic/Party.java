package io.enforcement.gateway.routes.sandbox.traffic;

/**
 * An invented 行政相对人.
 *
 * @param code USCC, or for a person the citizen's number
 * @param representative legal representative or operator; null for a person
 */
record Party(Kind kind, String name, String code, String representative, String address) {

  enum Kind {
    COMPANY("企业", "企业"),
    TRADER("个体工商户", "个体工商户"),
    PERSON("个人", "自然人");

    private final String housing;
    private final String city;

    Kind(String housing, String city) {
      this.housing = housing;
      this.city = city;
    }

    /** The word of the housing department. */
    String housing() {
      return housing;
    }

    /** The word of the urban management department. */
    String city() {
      return city;
    }
  }

  Party withCode(String other) {
    return new Party(kind, name, other, representative, address);
  }
}
