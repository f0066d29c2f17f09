package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.security.Quota;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door for queries (Request-Reply): a signed {@code Query} of the standard as JSON or XML, the
 * {@code Answer} in the same form, from what the gateway holds or from the partner that the query
 * names as the organ it asks. What may not be asked is refused and told in the trail; what cannot
 * be answered in time is {@code UNAVAILABLE}, and nothing was told. Thread-safe.
 */
@RestController
class QueryApi {

  private final PartnerCatalog catalog;
  private final Quota quota;
  private final AuditTrail trail;
  private final QueryDesk desk;
  private final AskedPartners partners;
  private final PartnerQueries forwarded;
  private final QuerySettings settings;
  private final StandardValidator validator;
  private final Clock clock;

  QueryApi(
      PartnerCatalog catalog,
      Quota quota,
      AuditTrail trail,
      QueryDesk desk,
      AskedPartners partners,
      PartnerQueries forwarded,
      QuerySettings settings,
      StandardValidator validator,
      Clock clock) {
    this.catalog = catalog;
    this.quota = quota;
    this.trail = trail;
    this.desk = desk;
    this.partners = partners;
    this.forwarded = forwarded;
    this.settings = settings;
    this.validator = validator;
    this.clock = clock;
  }

  @PostMapping("/api/v1/queries")
  ResponseEntity<byte[]> ask(HttpServletRequest request) {
    PartnerRequest asked = PartnerRequest.of(request).orElseThrow();
    try {
      QueryDocument document = admitted(asked, request.getContentType());
      byte[] answer = answer(asked, document);
      return ResponseEntity.ok()
          .header("Cache-Control", "no-store")
          .contentType(document.type())
          .body(answer);
    } catch (ProblemException e) {
      // A gateway that is too busy to answer is not made busier by telling so; what a partner
      // failed to answer is told where it was asked.
      if (e.code().status() < ProblemCode.INTERNAL.status()) {
        refused(asked.partner(), e.code().code());
      }
      throw e;
    } catch (Rejected e) {
      refused(asked.partner(), e.findings().get(0).rule());
      throw e;
    }
  }

  private byte[] answer(PartnerRequest asked, QueryDocument document) {
    AskedSubject.of(document.query());
    return partners
        .meantBy(document.query())
        .map(partner -> forwarded.answer(asked, document, partner))
        .orElseGet(() -> desk.answer(asked, document));
  }

  private QueryDocument admitted(PartnerRequest asked, String contentType) {
    Set<QueryKind> entitled = catalog.partner(asked.partner()).orElseThrow().queries();
    if (entitled.isEmpty()) {
      throw notEntitled();
    }
    // Apart from the quota of messages: who asks much can still send.
    if (!quota.tryTake("queries of " + asked.partner(), settings.perSecond())) {
      throw ProblemException.overQuota(Duration.ofSeconds(1));
    }
    LocalDate today = LocalDate.now(clock.withZone(Subjects.CHINA));
    QueryDocument document = QueryDocument.read(contentType, asked.body(), validator, today);
    if (!entitled.contains(document.query().getQueryKind())) {
      throw notEntitled();
    }
    return document;
  }

  private static ProblemException notEntitled() {
    return ProblemException.of(ProblemCode.FORBIDDEN, "queryKind", "query.not-entitled");
  }

  private void refused(String partner, String why) {
    trail.append(
        new AuditEvent(
            Milestone.REFUSED_AT_DOOR, null, null, null, partner, partner, "query " + why));
  }
}
