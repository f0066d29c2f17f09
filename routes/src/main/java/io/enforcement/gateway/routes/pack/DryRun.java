package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.routes.pack.Comparison.Side;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.SitePack;
import io.enforcement.gateway.routes.store.PastTraffic;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Shows what a new version of a pack would have made of the messages that came and went last,
 * beside what is in service. Nothing is written and nothing sent. Thread-safe.
 */
@Component
class DryRun {

  /** So many messages per exchange at most. */
  static final int MOST = 1_000;

  private final PartnerCatalog catalog;
  private final PastTraffic past;

  DryRun(PartnerCatalog catalog, PastTraffic past) {
    this.catalog = catalog;
    this.past = past;
  }

  /** What would change, exchange by exchange. */
  record Report(String partner, List<PackProblem> problems, List<Comparison.Summary> exchanges) {}

  Report of(String id, PackFiles pack, int messages, List<PackProblem> problems) {
    Optional<Partner> now = catalog.partner(id);
    Partner next =
        catalog.prepare(id, SitePack.atOnce(pack)).stream()
            .filter(partner -> partner.id().equals(id))
            .findFirst()
            .orElse(null);
    List<Comparison.Summary> exchanges = new ArrayList<>();
    if (next != null) {
      next.sends().forEach(s -> exchanges.add(sent(id, now, s, messages)));
      next.receives().forEach(r -> exchanges.add(received(id, now, r, messages)));
    }
    return new Report(id, problems, exchanges);
  }

  private Comparison.Summary sent(String id, Optional<Partner> now, Sending next, int messages) {
    Comparison comparison = new Comparison(next.exchange(), "sends", true);
    Optional<Sending> before = now.flatMap(p -> p.sending(next.exchange()));
    past.received(id, next.exchange(), messages)
        .forEach(
            message -> {
              Context context = new Context(message.id().toString(), message.at(), message.key());
              comparison.add(
                  message.id(),
                  before.map(s -> parts(s, message.body(), context)).orElse(Side.NONE),
                  parts(next, message.body(), context));
            });
    return comparison.summary();
  }

  private Comparison.Summary received(
      String id, Optional<Partner> now, Receiving next, int messages) {
    boolean open = next.entitlement().fields().equals(List.of("public"));
    Comparison comparison = new Comparison(next.exchange(), "receives", open);
    Optional<Receiving> before = now.flatMap(p -> p.receiving(next.exchange()));
    past.delivered(id, next.exchange(), messages)
        .forEach(
            record -> {
              Context context = new Context(record.id().toString(), record.at(), null);
              comparison.add(
                  record.id(),
                  before
                      .map(r -> written(r.translator(), record.body(), context))
                      .orElse(Side.NONE),
                  written(next.translator(), record.body(), context));
            });
    return comparison.summary();
  }

  private static Side parts(Sending sending, byte[] body, Context context) {
    ToStandard translator = sending.translator();
    try {
      Side side = new Side();
      for (Part part : translator.toStandard(sending.open(body).document(), context)) {
        if (part instanceof Part.Refused refused) {
          side.refused(part.position(), refused.findings());
        } else {
          side.record(part.position(), ((Part.Translated) part).record());
        }
      }
      return side;
    } catch (Rejected e) {
      return new Side().refused(0, e.findings());
    } catch (RuntimeException | StackOverflowError e) {
      return new Side().failed(e);
    }
  }

  private static Side written(FromStandard translator, byte[] record, Context context) {
    try {
      return new Side().document(translator.fromStandard(StandardXml.read(record), context));
    } catch (Rejected e) {
      return new Side().refused(0, e.findings());
    } catch (RuntimeException | StackOverflowError e) {
      return new Side().failed(e);
    }
  }
}
