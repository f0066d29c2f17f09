package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.HotlineOrder;
import io.enforcement.gateway.standards.model.HotlineOrderReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.OffsetDateTime;

/** What all messages of a hotline have in common. One for each message; not for sharing. */
final class HotlineValues {

  private static final String ADMINISTRATIVE_ORGAN = "1";

  private final Reading reading;
  private final City city;

  HotlineValues(Reading reading, City city) {
    this.reading = reading;
    this.city = city;
  }

  /** Refuses a message that was sent to the address of another exchange. */
  void requireType(String expected, String type, String path) {
    if (!expected.equals(required(type, path)) && Reading.text(type) != null) {
      reading.refuse("mapping.code", path, Reading.classOf(type), expected);
    }
  }

  void head(StandardRecord record, String identity, OffsetDateTime at) {
    record.setRecordUniqueIdentity(identity);
    record.setCdOperation(Operation.I);
    record.setRevision(1);
    record.setCdTime(at);
    record.setCdSource("hotline-" + city.name());
  }

  /** Number and round must be there: together they are the order. */
  HotlineOrderReference order(
      String number, String numberPath, Integer round, String roundPath, String localNumber) {
    HotlineOrderReference order = new HotlineOrderReference();
    order.setCityNumber(required(number, numberPath));
    order.setRound(reading.required(round, roundPath));
    order.setLocalNumber(Reading.text(localNumber));
    return order;
  }

  BodyReference body(String name, String namePath, String uscc, String usccPath) {
    BodyReference body = new BodyReference();
    body.setName(required(name, namePath));
    body.setUscc(required(uscc, usccPath));
    body.setAreaNumber(division(body.getUscc()));
    return body;
  }

  /** An administrative organ, or null when it is not named. */
  OrganReference organ(String name, String uscc) {
    if (Reading.text(name) == null) {
      return null;
    }
    OrganReference organ = new OrganReference();
    organ.setKind(ADMINISTRATIVE_ORGAN);
    organ.setName(Reading.text(name));
    organ.setUscc(Reading.text(uscc));
    organ.setAreaNumber(division(organ.getUscc()));
    return organ;
  }

  /** The city of whoever dispatches: by it the answers find their way back. */
  void city(HotlineOrder order) {
    OrganReference dispatcher = order.getDispatchingOrgan();
    String division = dispatcher == null ? null : dispatcher.getAreaNumber();
    if (division != null && division.length() >= 4) {
      order.getOrderReference().setCityAreaNumber(division.substring(0, 4) + "00");
    }
  }

  String required(String value, String path) {
    return reading.required(Reading.text(value), path);
  }

  String code(PartnerCodes codes, String value, String path) {
    return reading.code(codes, value, path);
  }

  String requiredCode(PartnerCodes codes, String value, String path) {
    String text = required(value, path);
    return text == null ? null : reading.code(codes, text, path);
  }

  OffsetDateTime moment(String value, String path) {
    return reading.dateTime(value, city.moments(), path);
  }

  OffsetDateTime requiredMoment(String value, String path) {
    return required(value, path) == null ? null : moment(value, path);
  }

  /** GB 32100: the third to eighth character of a credit code are a division. */
  private static String division(String uscc) {
    return uscc == null || uscc.length() < 8 ? null : uscc.substring(2, 8);
  }
}
