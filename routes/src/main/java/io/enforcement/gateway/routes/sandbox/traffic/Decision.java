package io.enforcement.gateway.routes.sandbox.traffic;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invented 行政处罚决定 before any department writes it down in its own way.
 *
 * @param serial counts the decisions of a department
 * @param revision 1 when new
 * @param fine yuan, two decimals; null when there is none
 * @param confiscated yuan, two decimals; null when there is none
 * @param tenThousands amounts are written in 万元
 * @param restricted not to be published
 */
record Decision(
    int serial,
    int revision,
    LocalDate date,
    Offence offence,
    List<Party> parties,
    String fact,
    BigDecimal fine,
    BigDecimal confiscated,
    boolean tenThousands,
    boolean simple,
    boolean restricted) {

  /** The same decision, corrected: a later revision with another fine. */
  Decision revised(BigDecimal otherFine) {
    return new Decision(
        serial,
        revision + 1,
        date,
        offence,
        parties,
        fact,
        otherFine,
        confiscated,
        tenThousands,
        simple,
        restricted);
  }

  Decision with(Party first) {
    return new Decision(
        serial,
        revision,
        date,
        offence,
        List.of(first),
        fact,
        fine,
        confiscated,
        tenThousands,
        simple,
        restricted);
  }

  Decision on(LocalDate other) {
    return new Decision(
        serial,
        revision,
        other,
        offence,
        parties,
        fact,
        fine,
        confiscated,
        tenThousands,
        simple,
        restricted);
  }

  /** 处罚内容, in yuan. */
  String result() {
    StringBuilder text = new StringBuilder(fine == null ? "警告" : "罚款" + plain(fine) + "元");
    if (confiscated != null) {
      text.append(",没收违法所得").append(plain(confiscated)).append("元");
    }
    return text.toString();
  }

  static String plain(BigDecimal yuan) {
    return yuan.stripTrailingZeros().toPlainString();
  }
}
