package io.enforcement.gateway.standards.rules.hotline;

import io.enforcement.gateway.standards.model.HotlineCaller;
import io.enforcement.gateway.standards.model.HotlineOrder;
import io.enforcement.gateway.standards.model.HotlineOrderReference;
import io.enforcement.gateway.standards.model.OrderExtension;
import io.enforcement.gateway.standards.model.OrderFollowUp;
import io.enforcement.gateway.standards.model.OrderResult;
import io.enforcement.gateway.standards.model.OrderReturn;
import io.enforcement.gateway.standards.model.OrderSign;
import io.enforcement.gateway.standards.model.SupervisionNotice;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Orders of the 12345 hotline as they come. Limits are local: only what an order states itself is
 * counted, never a number of ours.
 */
public final class HotlineRules {

  private HotlineRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    book.add(HotlineOrder.class, HotlineRules::limit);
    book.add(HotlineOrder.class, HotlineRules::caller);
    book.add(OrderSign.class, HotlineAnswerRules::sign);
    book.add(OrderReturn.class, HotlineAnswerRules::returned);
    book.add(OrderExtension.class, HotlineAnswerRules::extension);
    book.add(OrderResult.class, HotlineResultRules::result);
    book.add(OrderFollowUp.class, HotlineResultRules::followUp);
    book.add(SupervisionNotice.class, HotlineAnswerRules::supervision);
  }

  /** The limit an order states, or null. */
  static TimeLimit limit(HotlineOrderReference order) {
    return order == null ? null : order.getLimit();
  }

  /** When an order was dispatched, or null. */
  static OffsetDateTime dispatched(HotlineOrderReference order) {
    return order == null ? null : order.getDispatchedAt();
  }

  private static void limit(HotlineOrder order, LocalDate today, Findings findings) {
    HotlineOrderReference reference = order.getOrderReference();
    if (reference == null) {
      return;
    }
    TimeLimit limit = reference.getLimit();
    if (!Deadlines.binds(limit)) {
      findings.add(
          "hotline.limit-missing",
          "orderReference.limit",
          limit == null ? "absent" : "neither a due moment nor a length with its unit");
    } else if (limit.getDue() != null
        && reference.getDispatchedAt() != null
        && limit.getDue().isBefore(reference.getDispatchedAt())) {
      findings.add("hotline.due-before-dispatch", "orderReference.limit.due", "too early");
    }
  }

  private static void caller(HotlineOrder order, LocalDate today, Findings findings) {
    HotlineCaller caller = order.getCaller();
    if (caller == null) {
      return;
    }
    if (Boolean.TRUE.equals(caller.isSecret())) {
      hidden(caller.getName(), "caller.name", findings);
      hidden(caller.getPhone(), "caller.phone", findings);
      hidden(caller.getAddress(), "caller.address", findings);
    }
    if (Boolean.TRUE.equals(order.isNeedReply())
        && caller.getPhone() == null
        && caller.getPhoneToken() == null) {
      findings.add("hotline.no-way-back", "caller", "neither telephone nor token");
    }
  }

  private static void hidden(String value, String path, Findings findings) {
    if (value != null) {
      findings.add("hotline.secret-caller", path, "given");
    }
  }
}
