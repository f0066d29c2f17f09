package io.enforcement.gateway.standards.rules;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.rules.book.CitizenId;
import io.enforcement.gateway.standards.rules.book.PartyKinds;
import io.enforcement.gateway.standards.rules.book.Trail;
import io.enforcement.gateway.standards.validation.Identifiers;

/** Kind of a party against its identifiers, in whatever record it stands. */
final class PartyCheck {

  // GB 32100-2015: the first two characters name the registering authority and the kind.
  private static final String TRADER = "92";

  private PartyCheck() {}

  /** What is there must fit the kind. */
  static void identifiers(Object value, Object owner, Trail trail, FieldCheck.Setting setting) {
    Party party = (Party) value;
    if (party.getOrganisationCode() != null
        && !Identifiers.organisationCode(party.getOrganisationCode())) {
      setting
          .findings()
          .add(
              "identifier.organisation-code",
              trail.to("organisationCode"),
              "check character wrong");
    }
    if (PartyKinds.isCitizen(party)) {
      if (party.getUscc() != null) {
        setting
            .findings()
            .add("party.kind-identifier", trail.to("uscc"), "citizen with an organisation's code");
      }
    } else {
      registered(party, trail, setting);
    }
  }

  /** Organisations and sole traders. */
  private static void registered(Party party, Trail trail, FieldCheck.Setting setting) {
    boolean trader = Boolean.TRUE.equals(party.isSelfEmployed());
    boolean codeOfTrader = party.getUscc() != null && party.getUscc().startsWith(TRADER);
    if (trader && party.getUscc() != null && !codeOfTrader) {
      setting.findings().add("party.trader-code", trail.to("uscc"), "of another kind");
    } else if (!trader && codeOfTrader) {
      setting.findings().add("party.enterprise-code", trail.to("uscc"), "of a sole trader");
    }
    if (!trader && CitizenId.is(party.getCertificate())) {
      setting
          .findings()
          .add(
              "party.kind-identifier",
              trail.to("certificate"),
              "organisation with a citizen's number");
    }
  }

  /** Whoever must be named is known well enough to be named by the code. */
  static void code(Object value, Object owner, Trail trail, FieldCheck.Setting setting) {
    Party party = (Party) value;
    if (party.getUscc() == null && !PartyKinds.isCitizen(party)) {
      setting.findings().add("identifier.uscc-missing", trail.to("uscc"), "absent");
    }
  }
}
