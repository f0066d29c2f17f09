package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.format.StrictJson;
import tools.jackson.databind.JsonNode;

/** What of a Yunling {@code order} may be stored; see {@link Secrecy}. */
final class YunlingOrderSeal {

  private static final YunlingOrder.Caller NOBODY =
      new YunlingOrder.Caller(null, null, null, null, null, null, null, null);

  private YunlingOrderSeal() {}

  /** Never null: an order need not say anything about its caller. */
  static YunlingOrder.Caller caller(YunlingOrder order) {
    return order.caller() == null ? NOBODY : order.caller();
  }

  static Secrecy secrecy(YunlingOrder order) {
    YunlingOrder.Caller caller = caller(order);
    return Secrecy.of(
        order.secret(),
        caller.address(),
        Callers.name(caller.name()),
        caller.phone(),
        caller.contact(),
        caller.mail());
  }

  static byte[] seal(byte[] message) {
    Secrecy secrecy = secrecy(StrictJson.read(message, YunlingOrder.class));
    if (!secrecy.secret()) {
      return message;
    }
    SealedMessage sealed = new SealedMessage(message);
    JsonNode caller = sealed.at("caller");
    sealed.erase(caller, "name", "sex", "phone", "contact", "mail", "address");
    sealed.hide(caller, "phoneToken", Secrecy::token);
    sealed.hide("title", secrecy::text);
    sealed.hide("content", secrecy::text);
    sealed.hide("dispatchNote", secrecy::text);
    sealed.hide("address", secrecy::place);
    for (JsonNode file : sealed.at("attachments")) {
      if (HotlineFiles.reveal(text(file, "name"), text(file, "url"), secrecy)) {
        sealed.hide(file, "name", Secrecy::hidden);
        sealed.hide(file, "url", Secrecy::hidden);
      }
    }
    return sealed.bytes();
  }

  private static String text(JsonNode file, String name) {
    return Reading.text(file.path(name).isString() ? file.path(name).asString() : null);
  }
}
