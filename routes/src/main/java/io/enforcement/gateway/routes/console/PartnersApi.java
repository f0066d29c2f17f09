package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.partner.EffectClass;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerCatalog.Aside;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.Contacts;
import io.enforcement.gateway.routes.store.Contacts.Contact;
import io.enforcement.gateway.routes.store.Contacts.Latest;
import io.enforcement.gateway.standards.model.QueryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every partner in service: what it sends and receives, asks and answers, over what, by which
 * right, and how long ago; what is to come from it by when, and whom to call when it does not. Of
 * restricted exchanges everybody but the listed people sees a number. A partner's developer sees
 * that partner only.
 */
@RestController
public class PartnersApi {

  /** One exchange that a partner sends. */
  public record Sends(
      String exchange, String via, List<String> accepts, Instant lastContact, String lastState) {}

  /** One exchange that a partner receives. */
  public record Receives(
      String exchange,
      String via,
      Set<String> records,
      String selector,
      EffectClass effect,
      String basis,
      String purpose,
      List<String> fields,
      Instant lastContact,
      String lastState) {}

  /** One kind of query that a partner may ask. */
  public record Asks(QueryKind kind, Instant lastContact, String lastState) {}

  /** One exchange in which a partner is asked. */
  public record Answers(
      String exchange,
      String via,
      Set<QueryKind> queries,
      String organ,
      String basis,
      String purpose,
      List<String> queryFields,
      List<String> answerFields,
      Instant lastContact,
      String lastState) {}

  /**
   * One partner.
   *
   * @param notInService all that keeps it from service, or its newest files; null when nothing does
   * @param hidden how many exchanges are not shown
   */
  public record PartnerView(
      String id,
      Map<String, String> name,
      boolean inService,
      String notInService,
      List<Sends> sends,
      List<Receives> receives,
      List<Asks> asks,
      List<Answers> answers,
      List<Expectation> expectations,
      List<Office> contacts,
      int hidden) {}

  /** What is to come from a partner, how often and by what time of day in Beijing. */
  public record Expectation(String exchange, PartnerFile.Rhythm every, String by) {}

  /** An office that answers for the partner's side. */
  public record Office(String office, String phone, String email) {}

  private static final String HIDDEN = "•••";
  private static final Contact NEVER = new Contact(null, null);

  private final PartnerCatalog catalog;
  private final Contacts contacts;
  private final Restrictions restrictions;

  PartnersApi(PartnerCatalog catalog, Contacts contacts, Restrictions restrictions) {
    this.catalog = catalog;
    this.contacts = contacts;
    this.restrictions = restrictions;
  }

  @GetMapping("/api/v1/partners")
  public List<PartnerView> partners(Authentication person) {
    Set<ExchangeKey> hidden = Set.copyOf(restrictions.hiddenFrom(person.getName()));
    Latest received = contacts.received();
    Latest delivered = contacts.delivered();
    Latest asked = contacts.asked();
    Latest answered = contacts.answered();
    Map<String, Aside> aside =
        catalog.aside().stream().collect(Collectors.toMap(Aside::partner, each -> each));
    List<PartnerView> views = new ArrayList<>();
    catalog
        .partners()
        .forEach(
            partner ->
                views.add(
                    view(
                        partner,
                        Optional.ofNullable(aside.remove(partner.id())),
                        hidden,
                        received,
                        delivered,
                        asked,
                        answered)));
    aside.values().forEach(each -> views.add(view(each, hidden)));
    Optional<String> own = ReadingAs.partner(person);
    return views.stream().filter(view -> own.map(view.id()::equals).orElse(true)).toList();
  }

  private static PartnerView view(Aside aside, Set<ExchangeKey> hidden) {
    return new PartnerView(
        aside.partner(),
        aside.name(),
        false,
        why(aside, hidden),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0);
  }

  /** The reason speaks of exchanges by name. */
  private static String why(Aside aside, Set<ExchangeKey> hidden) {
    boolean restricted = hidden.stream().anyMatch(e -> e.partner().equals(aside.partner()));
    return restricted ? HIDDEN : aside.why();
  }

  private static PartnerView view(
      Partner partner,
      Optional<Aside> aside,
      Set<ExchangeKey> hidden,
      Latest received,
      Latest delivered,
      Latest asked,
      Latest answered) {
    List<Sends> sends =
        partner.sends().stream()
            .filter(s -> !hidden.contains(new ExchangeKey(partner.id(), s.exchange())))
            .map(s -> sends(partner, s, received))
            .toList();
    List<Receives> receives =
        partner.receives().stream()
            .filter(r -> !hidden.contains(new ExchangeKey(partner.id(), r.exchange())))
            .map(r -> receives(r, delivered))
            .toList();
    int all = partner.sends().size() + partner.receives().size();
    return new PartnerView(
        partner.id(),
        partner.name(),
        true,
        aside.map(each -> why(each, hidden)).orElse(null),
        sends,
        receives,
        partner.queries().stream().sorted().map(k -> asks(partner, k, asked)).toList(),
        partner.answers().stream().map(a -> answers(a, answered)).toList(),
        partner.expectations().stream()
            .filter(e -> !hidden.contains(new ExchangeKey(partner.id(), e.exchange())))
            .map(e -> new Expectation(e.exchange(), e.every(), e.by()))
            .toList(),
        partner.contacts().stream().map(c -> new Office(c.office(), c.phone(), c.email())).toList(),
        all - sends.size() - receives.size());
  }

  private static Sends sends(Partner partner, Sending sending, Latest received) {
    Contact last = received.of(partner.id(), sending.exchange()).orElse(NEVER);
    return new Sends(sending.exchange(), sending.via(), sending.accepts(), last.at(), last.state());
  }

  private static Receives receives(Receiving receiving, Latest delivered) {
    Contact last = delivered.of(receiving.partner(), receiving.exchange()).orElse(NEVER);
    return new Receives(
        receiving.exchange(),
        receiving.via(),
        new TreeSet<>(receiving.records()),
        receiving.selector().toString(),
        receiving.effect(),
        receiving.entitlement().basis(),
        receiving.entitlement().purpose(),
        receiving.entitlement().fields(),
        last.at(),
        last.state());
  }

  private static Asks asks(Partner partner, QueryKind kind, Latest asked) {
    Contact last = asked.of(partner.id(), kind.value()).orElse(NEVER);
    return new Asks(kind, last.at(), last.state());
  }

  private static Answers answers(Answering answering, Latest answered) {
    Contact last = answered.of(answering.partner(), answering.exchange()).orElse(NEVER);
    return new Answers(
        answering.exchange(),
        answering.via(),
        new TreeSet<>(answering.queries()),
        answering.organ(),
        answering.asked().basis(),
        answering.asked().purpose(),
        answering.asked().fields(),
        answering.answered().fields(),
        last.at(),
        last.state());
  }
}
