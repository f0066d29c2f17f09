package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.security.CallerProof;
import java.util.ArrayList;
import java.util.List;

/** What the entries of a {@code partner.yaml} may not say together, though each is known. */
public final class PartnerRules {

  private PartnerRules() {}

  /** The rules. */
  public enum Rule {
    /** Order is kept per receiver: it cannot be brought some deliveries and fetch others. */
    ONE_WAY("either all that it receives is via outbox, or none of it"),
    /** What is fetched is given again until it is acknowledged: only effect A bears that. */
    EFFECT_OF_OUTBOX(
        "%s is via outbox and given again until it is acknowledged: its effect must be A"),
    /** An envelope carries our own proof only: with another one its door would never open. */
    PROOF_OF_SOAP("who sends via soap keeps authentication gateway");

    private final String text;

    Rule(String text) {
      this.text = text;
    }
  }

  /**
   * A rule that a settings file breaks.
   *
   * @param path the entry, for example {@code receives[0].effect}
   * @param exchange the exchange that it is about
   */
  public record Broken(Rule rule, String path, String exchange) {

    @Override
    public String toString() {
      return rule.text.formatted(exchange);
    }
  }

  /** All that this file breaks, in the order of the rules. */
  public static List<Broken> broken(PartnerFile file) {
    List<Broken> broken = new ArrayList<>();
    oneWay(file, broken);
    effects(file, broken);
    proof(file, broken);
    return broken;
  }

  private static void oneWay(PartnerFile file, List<Broken> broken) {
    List<String> ways = file.receives().stream().map(PartnerFile.Receives::via).toList();
    int fetched = ways.indexOf(Receiving.OUTBOX);
    if (fetched >= 0 && ways.stream().anyMatch(via -> !via.equals(Receiving.OUTBOX))) {
      broken.add(
          new Broken(
              Rule.ONE_WAY,
              "receives[" + fetched + "].via",
              file.receives().get(fetched).exchange()));
    }
  }

  private static void effects(PartnerFile file, List<Broken> broken) {
    for (int i = 0; i < file.receives().size(); i++) {
      PartnerFile.Receives receives = file.receives().get(i);
      if (receives.via().equals(Receiving.OUTBOX) && receives.effect() != EffectClass.A) {
        broken.add(
            new Broken(Rule.EFFECT_OF_OUTBOX, "receives[" + i + "].effect", receives.exchange()));
      }
    }
  }

  private static void proof(PartnerFile file, List<Broken> broken) {
    for (int i = 0; i < file.sends().size(); i++) {
      PartnerFile.Sends sends = file.sends().get(i);
      if (sends.via().equals(Sending.SOAP) && file.authentication() != CallerProof.GATEWAY) {
        broken.add(new Broken(Rule.PROOF_OF_SOAP, "authentication", sends.exchange()));
      }
    }
  }
}
