package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.model.Party;

/** Kinds of party that rules tell apart, by table {@code party-kind}. */
public final class PartyKinds {

  /** 公民. A sole trader is one too, and is marked besides. */
  public static final String CITIZEN = "1";

  private PartyKinds() {}

  /** Whether the party is a citizen and no sole trader. */
  public static boolean isCitizen(Party party) {
    return CITIZEN.equals(party.getKind()) && !Boolean.TRUE.equals(party.isSelfEmployed());
  }
}
