package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.store.ConversationViews;
import io.enforcement.gateway.routes.store.ConversationViews.Subject;
import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import io.enforcement.gateway.standards.model.DutyNotice;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Notices about deadlines leave as records of the standard: the gateway hands them to itself at its
 * own door, and subscriptions, retry, signatures and dead letters are those of every exchange. The
 * same notice has the same key, so that handing it in twice has no effect. Nothing leaves about a
 * restricted conversation. Thread-safe.
 */
@Component
class Notices {

  /** Kinds of organs, codes of organ-type; of all other roles the first. */
  private static final String AGENCY = "1";

  private static final Map<String, String> KINDS =
      Map.of("procuratorate", "2", "police", "3", "court", "4", "discipline", "5");

  private static final int MOST_NUMBERS = 20;

  private final ConversationViews conversations;
  private final DeadlineTable rules;
  private final OwnDoor door;

  Notices(ConversationViews conversations, DeadlineTable rules, OwnDoor door) {
    this.conversations = conversations;
    this.rules = rules;
    this.door = door;
  }

  /** What a notice says; the codes are those of duty-notice-kind. */
  private enum Kind {
    DUE_SOON("01"),
    OVERDUE("02"),
    /** Something that is to be there is not, or a limit has passed that may not be the one. */
    DOUBT("03"),
    CALENDAR_MISSING("04");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  void dueSoon(HeldDeadline deadline) {
    issue(deadline, rule -> Kind.DUE_SOON, DeadlineRule::toldBefore, deadline.warnAt());
  }

  void overdue(HeldDeadline deadline) {
    issue(
        deadline,
        rule -> rule.accuses() ? Kind.OVERDUE : Kind.DOUBT,
        DeadlineRule::toldAfter,
        deadline.dueAt());
  }

  /** Ends of a year are provisional; told once for a year and a region. */
  void calendarMissing(HeldDeadline deadline, int year) {
    Subject subject = conversations.subject(deadline.conversation(), MOST_NUMBERS);
    rules
        .rule(deadline.rule(), subject.region())
        .ifPresent(
            rule -> {
              DutyNotice notice =
                  notice(Kind.CALENDAR_MISSING, deadline, rule, subject, deadline.startedAt());
              notice.setNoticeNumber("calendar-%d-%s-04".formatted(year, subject.region()));
              notice.setRecordUniqueIdentity(notice.getNoticeNumber());
              notice.setAddressee(null);
              notice.setDuty("补充" + year + "年工作日历，暂定的到期时间随后重新计算");
              notice.setDoubt(null);
              notice.setLegalBasis("国务院办公厅关于部分节假日安排的通知（每年公布）");
              door.enter(notice);
            });
  }

  private void issue(
      HeldDeadline deadline,
      Function<DeadlineRule, Kind> kind,
      Function<DeadlineRule, List<String>> told,
      OffsetDateTime at) {
    Subject subject = conversations.subject(deadline.conversation(), MOST_NUMBERS);
    if (subject.restricted()) {
      return;
    }
    rules
        .rule(deadline.rule(), subject.region())
        .ifPresent(
            rule -> {
              DutyNotice notice = notice(kind.apply(rule), deadline, rule, subject, at);
              notice.getCopyReceivers().addAll(copies(told.apply(rule), deadline, subject));
              door.enter(notice);
            });
  }

  private static DutyNotice notice(
      Kind kind, HeldDeadline deadline, DeadlineRule rule, Subject subject, OffsetDateTime at) {
    DutyNotice notice = new DutyNotice();
    notice.setNoticeNumber(deadline.id() + "-" + kind.code);
    notice.setRecordUniqueIdentity(notice.getNoticeNumber());
    notice.setCdOperation(Operation.I);
    notice.setRevision(1);
    notice.setKind(kind.code);
    notice.setIssuedAt(at);
    notice.setAddressee(addressee(deadline));
    notice.setAreaNumber(subject.region().isEmpty() ? null : subject.region());
    notice.setConversationKind(subject.kind());
    notice.setConversationId(deadline.conversation().toString());
    notice.setRuleId(deadline.rule());
    notice.setRuleVersion(deadline.ruleVersion());
    notice.setDuty(rule.duty().zh());
    notice.setDoubt(rule.doubt() == null ? null : rule.doubt().zh());
    notice.setLegalBasis(rule.basis());
    notice.setStartedAt(deadline.startedAt());
    notice.setDue(Moment.shown(deadline.dueAt()));
    notice.getConcernedNumbers().addAll(subject.numbers());
    notice.setRestricted(false);
    return notice;
  }

  private static OrganReference addressee(HeldDeadline deadline) {
    return deadline.ownerName() == null || !deadline.receiver().isEmpty()
        ? null
        : reference(deadline.ownerRole(), new Organ(deadline.ownerName(), deadline.ownerUscc()));
  }

  /** Whom the rule names beside the one who owes it, as far as the documents say who that is. */
  private static List<OrganReference> copies(
      List<String> told, HeldDeadline deadline, Subject subject) {
    Map<String, Organ> roles = Organ.roles(subject.roles());
    return told.stream()
        .filter(role -> !role.equals(deadline.ownerRole()) && roles.containsKey(role))
        .map(role -> reference(role, roles.get(role)))
        .toList();
  }

  private static OrganReference reference(String role, Organ named) {
    OrganReference organ = new OrganReference();
    organ.setKind(KINDS.getOrDefault(role, AGENCY));
    organ.setName(named.name());
    organ.setUscc(named.uscc());
    return organ;
  }
}
