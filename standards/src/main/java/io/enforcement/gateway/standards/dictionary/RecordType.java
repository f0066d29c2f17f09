package io.enforcement.gateway.standards.dictionary;

import java.util.List;

/**
 * A record of the standard.
 *
 * @param number number of the message type (standard, section 12), three digits
 * @param family the schema file it stands in, for example {@code acts}
 * @param day path of the date on which the act was done, or null: codes are judged on that day
 * @param act whether it is an act that its {@code body} did on that day: the officers and the item
 *     it names are looked up in the registers
 * @param key paths of the values that tell one record from another of its kind; empty for what is
 *     only about a transfer (receipt, rejection list)
 * @param lane paths of the values whose records keep their order at every receiver; empty where the
 *     key itself does
 * @param part name, label, source, sensitivity and fields, the common ones first
 */
public record RecordType(
    String number,
    String family,
    String day,
    boolean act,
    List<String> key,
    List<String> lane,
    PartType part) {

  public RecordType {
    key = List.copyOf(key);
    lane = List.copyOf(lane);
  }

  public String name() {
    return part.name();
  }

  public Label label() {
    return part.label();
  }

  public List<Field> fields() {
    return part.fields();
  }
}
