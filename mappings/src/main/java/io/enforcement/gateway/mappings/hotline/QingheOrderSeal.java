package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.StrictJson;

/** What of a Qinghe {@code order} may be stored; see {@link Secrecy}. */
final class QingheOrderSeal {

  private static final PartnerCodes FLAG = City.QINGHE.codes("flag");

  private QingheOrderSeal() {}

  /** A flag that is none of the city's counts as not said. */
  static Secrecy secrecy(QingheOrder order) {
    String said = Reading.text(order.isSecret());
    return Secrecy.of(
        said == null ? null : FLAG.to(said).map(Boolean::valueOf).orElse(null),
        order.callerAddress(),
        Callers.name(order.callerName()),
        order.callerPhone(),
        order.callerContact(),
        order.callerMail());
  }

  static byte[] seal(byte[] message) {
    Secrecy secrecy = secrecy(StrictJson.read(message, QingheOrder.class));
    if (!secrecy.secret()) {
      return message;
    }
    SealedMessage sealed = new SealedMessage(message);
    sealed.erase(
        "CALLER_NAME",
        "CALLER_SEX",
        "CALLER_PHONE",
        "CALLER_CONTACT",
        "CALLER_MAIL",
        "CALLER_ADDRESS");
    sealed.hide("CALLER_TOKEN", Secrecy::token);
    sealed.hide("TITLE", secrecy::text);
    sealed.hide("MAJOR_CONTENT", secrecy::text);
    sealed.hide("DISPATCH_ADVICE", secrecy::text);
    sealed.hide("ADDRESS", secrecy::place);
    sealed.hide("FILE_PATHS", paths -> QingheFiles.sealed(paths, secrecy));
    return sealed.bytes();
  }
}
