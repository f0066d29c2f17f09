package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.FollowUpLetter;
import io.enforcement.gateway.standards.model.OpinionReply;
import io.enforcement.gateway.standards.model.ProsecutorialOpinion;
import io.enforcement.gateway.standards.model.ProsecutorialSuggestion;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.util.Set;

/**
 * From criminal justice back to the agency. The rule of 2021 gave three days from non-prosecution
 * to the opinion (from memory), the guide of 2024 gives its review ten working days: the stricter
 * one is held against an opinion only where no registration for review is known.
 */
final class ReverseTransferRules {

  // 人民检察院行刑反向衔接工作指引 (2024), as summarised; art. 12 for the review.
  private static final Limit REGISTRATION = Limit.parse("3 WD");
  private static final Limit REVIEW = Limit.parse("10 WD");
  // 最高检 2021 rule art. 8: from memory.
  private static final Limit SERVICE = Limit.parse("3 CD");
  // The same, art. 9, as summarised; 检察公益诉讼解释 art. 21 for suits in the public interest.
  private static final Limit REPLY = Limit.parse("2 MON");
  // Tables prosecutorial-letter and opinion-outcome.
  private static final String ADVICE = "4";
  private static final String PENALISED = "3";
  private static final Set<String> NOTHING_DONE = Set.of("2", "4", "5", "7");

  private ReverseTransferRules() {}

  static void addTo(RuleBook book) {
    book.add(ProsecutorialOpinion.class, (opinion, today, findings) -> opinion(opinion, findings));
    book.add(OpinionReply.class, (reply, today, findings) -> reply(reply, findings));
    book.add(FollowUpLetter.class, (letter, today, findings) -> followUp(letter, findings));
    book.add(
        ProsecutorialSuggestion.class,
        (suggestion, today, findings) -> limitStated(suggestion.getReplyLimit(), findings));
  }

  private static void opinion(ProsecutorialOpinion opinion, Findings findings) {
    CrimeRules.late(
        "opinion.registered-late",
        REGISTRATION,
        opinion.getNonProsecutionOn(),
        opinion.getRegisteredOn(),
        "registeredOn",
        findings);
    if (opinion.getRegisteredOn() == null) {
      CrimeRules.late(
          "opinion.served-late",
          SERVICE,
          opinion.getNonProsecutionOn(),
          opinion.getServedOn(),
          "servedOn",
          findings);
    } else {
      CrimeRules.late(
          "opinion.review-late",
          REVIEW,
          opinion.getRegisteredOn(),
          opinion.getIssuedOn(),
          "issuedOn",
          findings);
    }
    if (!CrimeRules.copied(opinion.getCopyReceivers(), CrimeRules.JUSTICE)) {
      findings.add("opinion.copy-justice", "copyReceivers", "no justice bureau");
    }
    limitStated(opinion.getReplyLimit(), findings);
  }

  private static void limitStated(TimeLimit limit, Findings findings) {
    if (limit == null || limit.getDue() == null && limit.getLength() == null) {
      findings.add("opinion.reply-limit", "replyLimit", "absent");
    }
  }

  private static void reply(OpinionReply reply, Findings findings) {
    replied(reply, findings);
    boolean explained = reply.getReason() != null && !reply.getReason().isBlank();
    if (reply.getOutcome() != null && NOTHING_DONE.contains(reply.getOutcome()) && !explained) {
      findings.add("opinion.reply-reason", "reason", "absent");
    }
    if (PENALISED.equals(reply.getOutcome()) && reply.getPunishFileNum() == null) {
      findings.add("opinion.reply-decision", "punishFileNum", "absent");
    }
  }

  /** The day that the document itself sets goes before the law's two months. */
  private static void replied(OpinionReply reply, Findings findings) {
    LocalDate due =
        reply.getReplyLimit() == null ? null : Deadlines.day(reply.getReplyLimit().getDue());
    if (due == null && !ADVICE.equals(reply.getLetterKind())) {
      CrimeRules.late(
          "opinion.reply-late",
          REPLY,
          CrimeRules.received(reply.getOpinion()),
          reply.getRepliedOn(),
          "repliedOn",
          findings);
    } else if (due != null && reply.getRepliedOn() != null && reply.getRepliedOn().isAfter(due)) {
      findings.add("opinion.reply-late", "repliedOn", "later than the document allows");
    }
  }

  private static void followUp(FollowUpLetter letter, Findings findings) {
    if (letter.getOpinionDue() != null
        && letter.getSentOn() != null
        && !letter.getSentOn().isAfter(letter.getOpinionDue())) {
      findings.add("opinion.follow-up-early", "sentOn", "not after the day the reply was due");
    }
  }
}
