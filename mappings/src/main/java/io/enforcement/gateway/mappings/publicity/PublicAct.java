package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what the public may see of one act (事后公示). Parties come redacted; every text has to pass
 * the redaction on its way in. Not for sharing: one for each act.
 */
final class PublicAct {

  private final String kind;
  private final String number;
  private final BodyReference body;
  private final LocalDate decided;
  private final List<PublicParty> parties;
  private final Redaction redaction;
  private final Map<String, String> details = new LinkedHashMap<>();
  private String illegalAct;
  private String matter;
  private String basis;
  private String conclusion;

  PublicAct(
      String kind,
      String number,
      BodyReference body,
      LocalDate decided,
      List<PublicParty> parties,
      Redaction redaction) {
    this.kind = kind;
    this.number = number;
    this.body = body;
    this.decided = decided;
    this.parties = parties;
    this.redaction = redaction;
  }

  PublicAct illegalAct(String text) {
    illegalAct = redaction.text(text, "illegalAct");
    return this;
  }

  PublicAct matter(String text) {
    matter = redaction.text(text, "matter");
    return this;
  }

  PublicAct basis(String cited) {
    basis = cited;
    return this;
  }

  PublicAct conclusion(String text) {
    conclusion = redaction.text(text, "conclusion");
    return this;
  }

  /** A day, a number of a document or a word for a code; nothing when there is no value. */
  PublicAct fact(String name, Object value) {
    if (value != null) {
      details.put(name, value.toString());
    }
    return this;
  }

  /** A text of this kind of act; nothing when there is no value. */
  PublicAct detail(String name, String text) {
    return fact(name, redaction.text(text, "details." + name));
  }

  byte[] write(StandardRecord record, LocalDate publishedOn, LocalDate until) {
    return PartnerJson.write(
        new Publication(
            kind,
            number,
            parties.get(0).party(),
            parties.get(0).partyId(),
            parties.subList(1, parties.size()),
            body.getName(),
            body.getUscc(),
            illegalAct,
            matter,
            basis,
            conclusion,
            details,
            decided.toString(),
            publishedOn.toString(),
            until.toString(),
            "PUBLISHED",
            record.getRevision(),
            redaction.log()));
  }
}
