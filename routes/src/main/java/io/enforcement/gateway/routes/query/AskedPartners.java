package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerChange;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Query;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The partners that can be asked, found by the organ that a query names. Thread-safe. */
@Component
class AskedPartners implements PartnerChange {

  private final ConnectorFactory connectors = new ConnectorFactory();
  private final PartnerCatalog catalog;
  private final AnsweringBody ourselves;
  private final QuerySettings settings;
  private final Breakers breakers;
  private volatile List<AskedPartner> partners;

  /**
   * @throws IllegalArgumentException when a setting of a partner is wrong, or two partners answer
   *     the same kind for one organ
   */
  AskedPartners(
      PartnerCatalog catalog, AnsweringBody ourselves, QuerySettings settings, Breakers breakers) {
    this.catalog = catalog;
    this.ourselves = ourselves;
    this.settings = settings;
    this.breakers = breakers;
    List<Answering> all = answering(catalog.partners().stream());
    requireOneForEach(all);
    this.partners = all.stream().map(this::open).toList();
  }

  @Override
  public void require(Partner next) {
    requireOneForEach(
        answering(
            Stream.concat(
                Stream.of(next),
                catalog.partners().stream().filter(p -> !p.id().equals(next.id())))));
  }

  @Override
  public synchronized void follow(String partner) {
    List<AskedPartner> before = partners;
    partners =
        Stream.concat(
                before.stream().filter(asked -> !asked.isOf(partner)),
                answering(catalog.partner(partner).stream()).stream().map(this::open))
            .toList();
    before.stream().filter(asked -> asked.isOf(partner)).forEach(AskedPartner::close);
  }

  private static List<Answering> answering(Stream<Partner> partners) {
    return partners.flatMap(partner -> partner.answers().stream()).toList();
  }

  private AskedPartner open(Answering answering) {
    return new AskedPartner(
        answering,
        connectors.requestor(answering.via(), answering.settings()),
        turns(answering, settings),
        breakers);
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
