package io.enforcement.gateway.standards.rules.remedies;

import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.DisciplineClue;
import io.enforcement.gateway.standards.model.DisciplineResult;
import io.enforcement.gateway.standards.model.DisciplineSubject;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.Trail;
import java.time.LocalDate;
import java.util.List;

/**
 * Clues about public officials. No law gives a number of days, so a clue is late only against the
 * limit it states itself.
 */
final class DisciplineRules {

  // A code of discipline-result.
  private static final String NOT_TAKEN_UP = "2";

  private DisciplineRules() {}

  static void clue(DisciplineClue found, LocalDate today, Findings findings) {
    List<DisciplineSubject> officials = found.getOfficials();
    for (int i = 0; i < officials.size(); i++) {
      if (officials.get(i) != null) {
        official(officials.get(i), Trail.RECORD.to("officials", i), findings);
      }
    }
    openFiles(found.getAttachments(), findings);
    if (findings.deadlines().missed(found.getLimit(), found.getSentDate())) {
      findings.add("discipline.sent-late", "sentDate", "after the stated limit");
    }
  }

  private static void official(DisciplineSubject official, Trail trail, Findings findings) {
    if (official.isPartyMember() == null) {
      findings.add("discipline.party-status", trail.to("partyMember"), "absent");
    }
    if (Boolean.FALSE.equals(official.isPartyMember())
        && Boolean.FALSE.equals(official.isPublicOfficial())) {
      findings.add("discipline.out-of-scope", trail, "neither party member nor public official");
    }
    if (official.getWorkUnit() == null || official.getPost() == null) {
      String absent = official.getWorkUnit() == null ? "workUnit" : "post";
      findings.add("discipline.unit-and-post", trail.to(absent), "absent");
    }
  }

  static void result(DisciplineResult found, LocalDate today, Findings findings) {
    openFiles(found.getAttachments(), findings);
    if (NOT_TAKEN_UP.equals(found.getResult()) && found.getReason() == null) {
      findings.add("discipline.no-reason", "reason", "absent");
    }
  }

  private static void openFiles(List<Attachment> attachments, Findings findings) {
    for (int i = 0; i < attachments.size(); i++) {
      if (attachments.get(i) != null && Boolean.FALSE.equals(attachments.get(i).isSecret())) {
        Trail trail = Trail.RECORD.to("attachments", i).to("secret");
        findings.add("discipline.open-file", trail, "not secret");
      }
    }
  }
}
