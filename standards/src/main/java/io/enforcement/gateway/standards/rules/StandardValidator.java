package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.acts.ActRules;
import io.enforcement.gateway.standards.rules.book.Deadlines;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import io.enforcement.gateway.standards.rules.cooperation.CooperationRules;
import io.enforcement.gateway.standards.rules.credit.CreditRules;
import io.enforcement.gateway.standards.rules.crime.CrimeRules;
import io.enforcement.gateway.standards.rules.exchange.ExchangeRules;
import io.enforcement.gateway.standards.rules.hotline.HotlineRules;
import io.enforcement.gateway.standards.rules.inspection.InspectionRules;
import io.enforcement.gateway.standards.rules.penalty.PenaltyDecisionRules;
import io.enforcement.gateway.standards.rules.query.QueryRules;
import io.enforcement.gateway.standards.rules.registers.RegisterRules;
import io.enforcement.gateway.standards.rules.remedies.RemedyRules;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The rule catalogue applied to one record: identifiers, codes, dates, cross-field rules and
 * duties. What is absent altogether is said by the schema ({@code structure.missing}), not here.
 * Pure; any thread.
 */
public final class StandardValidator {

  private static final RuleBook RULES = rules();

  private static final StandardValidator SHIPPED = new StandardValidator(ReferenceData::shipped);

  private final Supplier<ReferenceData> reference;

  /**
   * @param reference asked once for every record
   */
  public StandardValidator(Supplier<ReferenceData> reference) {
    this.reference = reference;
  }

  /** With the calendar and the divisions that come with the standard. */
  public static StandardValidator shipped() {
    return SHIPPED;
  }

  /**
   * The record as XML and all that is wrong with it: what the schema says, then what the rules say
   * of everything that has a sound structure.
   *
   * @param today the day against which dates are judged, in the body's time zone
   */
  public StandardXml.Checked check(StandardRecord record, LocalDate today) {
    StandardXml.Checked structure = StandardXml.writeChecked(record);
    return new StandardXml.Checked(structure.xml(), with(structure.findings(), record, today));
  }

  /** The same of a record that was read with {@link StandardXml#readChecked}. */
  public List<Finding> check(StandardXml.Read read, LocalDate today) {
    return with(read.findings(), read.record(), today);
  }

  private List<Finding> with(List<Finding> structure, StandardRecord record, LocalDate today) {
    Set<String> broken = structure.stream().map(Finding::path).collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>(structure);
    validate(record, today).stream()
        .filter(finding -> !broken.contains(finding.path()))
        .forEach(findings::add);
    return findings;
  }

  /**
   * What the rules find in this record: first what single fields say, in their order, then what
   * several say together; empty when all is well.
   *
   * @param today the day against which dates are judged, in the body's time zone
   */
  public List<Finding> validate(StandardRecord record, LocalDate today) {
    ReferenceData data = reference.get();
    FieldRules fields = FieldRules.of(record);
    WorkingCalendar calendar =
        fields.division(record).map(data.calendar()::in).orElse(data.calendar());
    Findings findings = new Findings(new Deadlines(calendar));
    fields.check(record, today, data, findings);
    RULES.check(record, today, findings);
    return findings.all();
  }

  private static RuleBook rules() {
    RuleBook book = new RuleBook();
    RegisterRules.addTo(book);
    InspectionRules.addTo(book);
    PenaltyDecisionRules.addTo(book);
    ActRules.addTo(book);
    CrimeRules.addTo(book);
    RemedyRules.addTo(book);
    CooperationRules.addTo(book);
    HotlineRules.addTo(book);
    CreditRules.addTo(book);
    QueryRules.addTo(book);
    ExchangeRules.addTo(book);
    return book;
  }
}
