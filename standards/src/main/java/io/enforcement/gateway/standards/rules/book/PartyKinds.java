package io.enforcement.gateway.standards.rules.book;

/** Kinds of party that rules tell apart, by table {@code party-kind}. */
public final class PartyKinds {

  /** 公民. A sole trader is one too, and is marked besides. */
  public static final String CITIZEN = "1";

  private PartyKinds() {}
}
