package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.model.Certificate;
import java.util.Set;

/** 公民身份号码 as a certificate: which kinds of certificate carry it, and what a wrong one is called. */
public final class CitizenId {

  private static final Set<String> TYPES = Set.of("111", "112");

  private CitizenId() {}

  /** Whether certificates of this kind carry it. */
  public static boolean isType(String certificateType) {
    return certificateType != null && TYPES.contains(certificateType);
  }

  /** Whether this certificate carries it. */
  public static boolean is(Certificate certificate) {
    return certificate != null && isType(certificate.getType());
  }

  /** What may be said of a wrong number: nothing of the number itself. */
  public static String valueClass(String number) {
    return number != null && number.length() == 18
        ? "18 characters, shape, birth date or check character wrong"
        : (number == null ? 0 : number.length()) + " characters";
  }
}
