package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Query;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The partners that can be asked, found by the organ that a query names. Thread-safe. */
@Component
class AskedPartners {

  private final List<AskedPartner> partners;
  private final AnsweringBody ourselves;

  /**
   * @throws IllegalArgumentException when a setting of a partner is wrong, or two partners answer
   *     the same kind for one organ
   */
  AskedPartners(
      PartnerCatalog catalog, AnsweringBody ourselves, QuerySettings settings, Breakers breakers) {
    this.ourselves = ourselves;
    List<Answering> all =
        catalog.partners().stream().flatMap(partner -> partner.answers().stream()).toList();
    requireOneForEach(all);
    ConnectorFactory connectors = new ConnectorFactory();
    this.partners =
        all.stream()
            .map(
                answering ->
                    new AskedPartner(
                        answering,
                        connectors.requestor(answering.via(), answering.settings()),
                        turns(answering, settings),
                        breakers))
            .toList();
  }

  /**
   * Who is meant by the query; empty when the gateway is to answer from what it holds.
   *
   * @throws ProblemException {@code UNPROCESSABLE} when it names an organ that does not answer
   *     queries of this kind here
   */
  Optional<AskedPartner> meantBy(Query query) {
    OrganReference organ = query.getAskedOrgan();
    if (organ == null
        || organ.getUscc() != null && organ.getUscc().equals(ourselves.reference().getUscc())) {
      return Optional.empty();
    }
    Optional<AskedPartner> meant =
        partners.stream()
            .filter(partner -> partner.answers(query.getQueryKind(), organ.getUscc()))
            .findFirst();
    if (meant.isEmpty()) {
      throw ProblemException.of(
          ProblemCode.UNPROCESSABLE, "askedOrgan.uscc", "query.organ-not-asked");
    }
    return meant;
  }

  private static QueryTurns turns(Answering answering, QuerySettings settings) {
    return new QueryTurns(
        "query-to-" + answering.partner(),
        settings.perPartner(),
        settings.perPartner(),
        settings.partnerTimeout());
  }

  private static void requireOneForEach(List<Answering> all) {
    Set<String> known = new HashSet<>();
    for (Answering answering : all) {
      for (var kind : answering.queries()) {
        if (!known.add(kind + " " + answering.organ())) {
          throw new IllegalArgumentException(
              "partner %s: another one answers %s for the same query.organ"
                  .formatted(answering.partner(), kind));
        }
      }
    }
  }

  @PreDestroy
  void close() {
    partners.forEach(AskedPartner::close);
  }
}
