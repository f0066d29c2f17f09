package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.HotlineOrder;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** Reads Yunling's {@code order}. */
@Named("yunlingOrder")
public final class YunlingOrderToStandard implements ToStandard, Seal {

  private static final PartnerCodes CHANNEL = City.YUNLING.codes("hotline-channel");
  private static final PartnerCodes KIND = City.YUNLING.codes("hotline-request");
  private static final PartnerCodes URGENCY = City.YUNLING.codes("hotline-urgency");
  private static final PartnerCodes SUBJECT = City.YUNLING.codes("party-kind");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    HotlineOrder order = read(StrictJson.read(message, YunlingOrder.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, order));
  }

  @Override
  public byte[] seal(byte[] message) {
    return YunlingOrderSeal.seal(message);
  }

  private static HotlineOrder read(YunlingOrder source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.YUNLING);
    values.requireType("ORDER_DISPATCH", source.msgType(), "msgType");
    OffsetDateTime dispatched = values.requiredMoment(source.dispatchTime(), "dispatchTime");
    HotlineOrder order = new HotlineOrder();
    values.head(order, source.orderNo() + "-" + source.round(), dispatched);
    order.setOrderReference(
        values.order(source.orderNo(), "orderNo", source.round(), "round", source.localNo()));
    order.getOrderReference().setDispatchedAt(dispatched);
    order.setBody(values.body(source.unit(), "unit", source.unitCode(), "unitCode"));
    order.setDispatchingOrgan(values.organ(source.senderName(), source.sender()));
    values.city(order);
    limits(source, order, values);
    matter(source, order, values);
    order.setNeedReply(reading.required(source.needReply(), "needReply"));
    caller(source, order, values, reading);
    return order;
  }

  private static void limits(YunlingOrder source, HotlineOrder order, HotlineValues values) {
    order
        .getOrderReference()
        .setLimit(
            YunlingLimits.of(
                source.limit(),
                source.limitUnit(),
                "limitUnit",
                values.moment(source.deadline(), "deadline"),
                values));
    order.setSignWindow(
        YunlingLimits.of(
            source.signLimit(), source.signLimitUnit(), "signLimitUnit", null, values));
  }

  private static void matter(YunlingOrder source, HotlineOrder order, HotlineValues values) {
    order.setAcceptedAt(values.requiredMoment(source.acceptTime(), "acceptTime"));
    order.setChannel(values.code(CHANNEL, source.channel(), "channel"));
    order.setKind(values.requiredCode(KIND, source.type(), "type"));
    if (source.category() != null) {
      source.category().stream()
          .map(Reading::text)
          .filter(Objects::nonNull)
          .forEach(order.getCategoryLevels()::add);
    }
    order.setUrgency(values.code(URGENCY, source.urgency(), "urgency"));
    order.setPreviousNumber(Reading.text(source.prevOrderNo()));
    YunlingOrder.Target target = source.target();
    if (target != null) {
      order.setComplaintTarget(Callers.target(target.name(), target.code(), target.phone()));
    }
  }

  /** All that could name the caller passes through {@link Secrecy}. */
  private static void caller(
      YunlingOrder source, HotlineOrder order, HotlineValues values, Reading reading) {
    YunlingOrder.Caller caller = YunlingOrderSeal.caller(source);
    Secrecy secrecy = YunlingOrderSeal.secrecy(source);
    order.setTitle(values.required(secrecy.text(source.title()), "title"));
    order.setContent(values.required(secrecy.text(source.content()), "content"));
    order.setDispatchNote(secrecy.text(source.dispatchNote()));
    order.setPlace(Callers.place(secrecy.place(source.address()), source.x(), source.y(), null));
    order.setCaller(
        secrecy.caller(
            Callers.caller(
                values.code(SUBJECT, caller.subject(), "caller.subject"),
                caller.name(),
                Reading.text(caller.contact()) == null ? caller.phone() : caller.contact(),
                caller.address(),
                caller.phoneToken()),
            "caller.phoneToken",
            reading));
    files(source, order, secrecy, values, reading);
  }

  private static void files(
      YunlingOrder source,
      HotlineOrder order,
      Secrecy secrecy,
      HotlineValues values,
      Reading reading) {
    HotlineFiles files = new HotlineFiles(secrecy);
    List<YunlingOrder.FileOf> given =
        source.attachments() == null ? List.of() : source.attachments();
    for (int i = 0; i < given.size(); i++) {
      YunlingOrder.FileOf file = given.get(i);
      String at = "attachments[" + i + "].";
      files.add(
          values.required(file.name(), at + "name"),
          Reading.text(file.url()),
          reading.required(file.size(), at + "size"),
          values.required(file.sha256(), at + "sha256"));
    }
    order.getAttachments().addAll(files.files());
  }
}
