package io.enforcement.gateway.routes.province.store;

/** The tree of administrative divisions, as its codes draw it (GB/T 2260, GB/T 10114). */
public final class Divisions {

  private Divisions() {}

  /** How the codes of all divisions below a node begin. */
  public static String prefix(String area) {
    return area.length() == 6 ? area.replaceFirst("(00){1,2}$", "") : area;
  }
}
