package io.enforcement.gateway.routes.sandbox.farside;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the credit platform checks in a row of its penalty table: the same row at the same date gets
 * the same answer. Error texts name the column, never a value.
 */
final class CreditChecks {

  /** 双公示: within seven working days after the decision date. */
  static final int WORKING_DAYS = 7;

  private CreditChecks() {}

  /**
   * The columns that are looked at.
   *
   * @param registeredName the name that the register holds for the code; null when it holds none
   * @param fine 罚款金额 is filled in
   */
  record Row(
      String name,
      String category,
      String uscc,
      String registeredName,
      String penalties,
      boolean fine,
      LocalDate decided,
      LocalDate loaded) {}

  /** An error of the platform, in its own numbering. */
  record Error(String type, String remark) {}

  static Optional<Error> check(Row row) {
    if (!codeFitsCategory(row)) {
      return error("1002", "行政相对人代码_1 不正确: 与行政相对人类别不符");
    }
    if (row.registeredName() != null && !row.registeredName().equals(row.name())) {
      return error("1001", "主体不存在或名称与代码不匹配");
    }
    if (row.penalties().contains("罚款") && !row.fine()) {
      return error("1005", "处罚类别含罚款时罚款金额(万元)必填");
    }
    if (row.decided().isAfter(row.loaded())) {
      return error("1006", "处罚决定日期晚于入库日期");
    }
    if (workingDays(row.decided(), row.loaded()) > WORKING_DAYS) {
      return error("1007", "超过处罚决定之日起7个工作日报送");
    }
    return Optional.empty();
  }

  /** Monday to Friday only: the platform's simple clock knows no holidays. */
  static int workingDays(LocalDate from, LocalDate to) {
    return (int)
        from.plusDays(1)
            .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
            .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
            .count();
  }

  private static boolean codeFitsCategory(Row row) {
    boolean person = row.category().equals("自然人");
    boolean trader = row.category().equals("个体工商户");
    if (row.uscc() == null) {
      return person;
    }
    return !person && trader == row.uscc().startsWith("92");
  }

  private static Optional<Error> error(String type, String remark) {
    return Optional.of(new Error(type, remark));
  }
}
