package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.HotlineOrder;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads Qinghe's {@code order}. */
@Named("qingheOrder")
public final class QingheOrderToStandard implements ToStandard, Seal {

  private static final PartnerCodes CHANNEL = City.QINGHE.codes("hotline-channel");
  private static final PartnerCodes KIND = City.QINGHE.codes("hotline-request");
  private static final PartnerCodes URGENCY = City.QINGHE.codes("hotline-urgency");
  private static final PartnerCodes SUBJECT = City.QINGHE.codes("party-kind");
  private static final PartnerCodes FLAG = City.QINGHE.codes("flag");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    HotlineOrder order = read(StrictJson.read(message, QingheOrder.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, order));
  }

  @Override
  public byte[] seal(byte[] message) {
    return QingheOrderSeal.seal(message);
  }

  private static HotlineOrder read(QingheOrder source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.QINGHE);
    values.requireType("10", source.msgType(), "MSG_TYPE");
    OffsetDateTime dispatched = values.requiredMoment(source.dispatchTime(), "DISPATCH_TIME");
    HotlineOrder order = new HotlineOrder();
    values.head(order, source.orderId() + "-" + source.dispatchNum(), dispatched);
    order.setCdBatch(Reading.text(source.serial()));
    order.setOrderReference(
        values.order(
            source.orderId(),
            "ORDER_ID",
            source.dispatchNum(),
            "DISPATCH_NUM",
            source.subOrderId()));
    order.getOrderReference().setDispatchedAt(dispatched);
    order
        .getOrderReference()
        .setLimit(
            Limits.of(
                source.handleHours(),
                TimeLimitUnit.H,
                values.moment(source.deadlineDate(), "DEADLINE_DATE")));
    order.setSignWindow(Limits.ofMinutes(source.signMinutes(), dispatched));
    order.setBody(values.body(source.orgName(), "ORG_NAME", source.orgCode(), "ORG_CODE"));
    order.getBody().setAreaNumber(values.required(source.orgArea(), "ORG_AREA"));
    order.setDispatchingOrgan(values.organ(source.dispatchOrg(), source.dispatchOrgCode()));
    values.city(order);
    matter(source, order, values);
    caller(source, order, values, reading);
    return order;
  }

  private static void matter(QingheOrder source, HotlineOrder order, HotlineValues values) {
    order.setAcceptedAt(values.requiredMoment(source.callTime(), "CALL_TIME"));
    order.setChannel(values.code(CHANNEL, source.sourceType(), "SOURCE_TYPE"));
    order.setKind(values.requiredCode(KIND, source.orderKind(), "ORDER_KIND"));
    Stream.of(source.levelOne(), source.levelTwo(), source.levelThree(), source.levelFour())
        .map(Reading::text)
        .filter(Objects::nonNull)
        .forEach(order.getCategoryLevels()::add);
    order.setUrgency(values.code(URGENCY, source.emergencyLevel(), "EMERGENCY_LEVEL"));
    order.setPreviousNumber(Reading.text(source.oldOrderId()));
    order.setNeedReply(
        Boolean.valueOf(values.requiredCode(FLAG, source.isCallback(), "IS_CALLBACK")));
    order.setComplaintTarget(
        Callers.target(source.reflectName(), source.reflectCode(), source.reflectPhone()));
  }

  /** All that could name the caller passes through {@link Secrecy}. */
  private static void caller(
      QingheOrder source, HotlineOrder order, HotlineValues values, Reading reading) {
    values.code(FLAG, source.isSecret(), "IS_SECRET");
    Secrecy secrecy = QingheOrderSeal.secrecy(source);
    order.setTitle(values.required(secrecy.text(source.title()), "TITLE"));
    order.setContent(values.required(secrecy.text(source.majorContent()), "MAJOR_CONTENT"));
    order.setDispatchNote(secrecy.text(source.dispatchAdvice()));
    order.setPlace(
        Callers.place(
            secrecy.place(source.address()), source.coordX(), source.coordY(), source.areaCode()));
    order.setCaller(
        secrecy.caller(
            Callers.caller(
                values.code(SUBJECT, source.callSubject(), "CALL_SUBJECT"),
                source.callerName(),
                Reading.text(source.callerContact()) == null
                    ? source.callerPhone()
                    : source.callerContact(),
                source.callerAddress(),
                source.callerToken()),
            "CALLER_TOKEN",
            reading));
    order.getAttachments().addAll(QingheFiles.read(source, secrecy, reading));
  }
}
