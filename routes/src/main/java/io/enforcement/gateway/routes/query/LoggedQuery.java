package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.store.QueryStore.Asked;
import io.enforcement.gateway.routes.store.QueryStore.Told;
import io.enforcement.gateway.routes.store.Sha256;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.Query;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One query as log and trail tell of it: who asks, for what, by which right, whom; what it asks
 * about only as a digest that is salted with the id. The trail gets nothing that the asker wrote.
 * Immutable.
 *
 * @param id of the query here, and of its answer
 * @param partner who asks
 */
record LoggedQuery(UUID id, String partner, Query query) {

  /** Asked of the gateway's own records. */
  Asked asked(Instant at) {
    return asked(at, null, null);
  }

  /** Asked of a partner. */
  Asked asked(Instant at, Answering of) {
    return asked(at, of.partner(), of.exchange());
  }

  /**
   * What came of it.
   *
   * @param answer null when nobody was answered
   */
  Told told(Instant at, String outcome, byte[] answer) {
    return new Told(id, at, outcome, answer);
  }

  AuditEvent event(Milestone milestone, String detail) {
    return new AuditEvent(
        milestone,
        null,
        null,
        null,
        partner,
        partner,
        query.getQueryKind().value() + " " + id + " " + detail);
  }

  private Asked asked(Instant at, String of, String exchange) {
    return new Asked(
        id,
        partner,
        cleared(query.getQueryId()),
        query.getQueryKind().value(),
        query.getAsker().getCertNo(),
        cleared(query.getPurpose()),
        cleared(basis(query.getQueryBasis())),
        cleared(query.getCaseNumber()),
        Sha256.of((id + " " + AskedSubject.of(query)).getBytes(StandardCharsets.UTF_8)),
        of,
        exchange,
        at);
  }

  private String cleared(String text) {
    return AskedSubject.without(query, text);
  }

  private static String basis(LegalBasis basis) {
    return Stream.of(basis.getLawName(), basis.getProvision())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }
}
