package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.HotlineCaller;
import io.enforcement.gateway.standards.model.HotlineTarget;
import io.enforcement.gateway.standards.model.Place;
import java.math.BigDecimal;
import java.util.Set;

/** Reads callers and whom they complain about, as both cities write them. */
final class Callers {

  private static final Set<String> NAMELESS = Set.of("匿名", "匿名市民", "不愿透露");

  private Callers() {}

  static HotlineCaller caller(
      String kind, String name, String phone, String address, String token) {
    HotlineCaller caller = new HotlineCaller();
    caller.setKind(kind);
    caller.setName(name(name));
    caller.setPhone(phone(phone));
    caller.setAddress(Reading.text(address));
    caller.setPhoneToken(Reading.text(token));
    return caller;
  }

  /** Null when nobody is named. */
  static HotlineTarget target(String name, String uscc, String phone) {
    if (Reading.text(name) == null) {
      return null;
    }
    HotlineTarget target = new HotlineTarget();
    target.setName(Reading.text(name));
    target.setUscc(Reading.text(uscc));
    target.setPhone(phone(phone));
    return target;
  }

  /** Coordinates without an address still say where to go; null when there is neither. */
  static Place place(String address, BigDecimal x, BigDecimal y, String division) {
    boolean located = x != null && y != null;
    if (address == null && !located) {
      return null;
    }
    Place place = new Place();
    place.setAddress(
        address == null ? "坐标 " + x.toPlainString() + "," + y.toPlainString() : address);
    place.setAreaNumber(Reading.text(division));
    place.setLongitude(located ? x : null);
    place.setLatitude(located ? y : null);
    return place;
  }

  /** A name as one that can be looked for; null for "anonymous". */
  static String name(String value) {
    String name = Reading.text(value);
    return name == null || NAMELESS.contains(name) ? null : name;
  }

  /** Null for a number that is masked already. */
  static String phone(String value) {
    String phone = Reading.text(value);
    return phone == null || phone.contains("*") ? null : phone;
  }
}
