package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.HotlineExtensionAnswer;
import io.enforcement.gateway.standards.model.OrderExtension;
import jakarta.inject.Named;
import java.util.List;

/** Reads Qinghe's {@code extension-answer}: the request once more, with its answer. */
@Named("qingheExtensionAnswer")
public final class QingheExtensionAnswerToStandard implements ToStandard, Seal {

  private static final PartnerCodes GRANTED = City.QINGHE.codes("delay-state");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    OrderExtension extension = read(StrictJson.read(message, QingheExtensionAnswer.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, extension));
  }

  @Override
  public byte[] seal(byte[] message) {
    return SealedMessage.ofTexts(
        message, QingheExtensionAnswer.class, "AUDIT_OPINION", "DELAY_REASON");
  }

  private static OrderExtension read(QingheExtensionAnswer source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.QINGHE);
    values.requireType("30", source.msgType(), "MSG_TYPE");
    HotlineExtensionAnswer answer = new HotlineExtensionAnswer();
    answer.setGranted(
        Boolean.valueOf(values.requiredCode(GRANTED, source.delayState(), "DELAY_STATE")));
    answer.setAnsweredAt(values.requiredMoment(source.auditTime(), "AUDIT_TIME"));
    answer.setReason(Secrecy.unknown().text(source.auditOpinion()));

    OrderExtension extension = new OrderExtension();
    values.head(extension, null, answer.getAnsweredAt());
    extension.setCdBatch(Reading.text(source.serial()));
    ApplyKey key = ApplyKey.read(source.applyKey(), "APPLY_KEY", reading);
    if (key != null) {
      key.answered(extension, answer);
    }
    extension.setOrderReference(
        values.order(
            source.orderId(),
            "ORDER_ID",
            source.dispatchNum(),
            "DISPATCH_NUM",
            source.subOrderId()));
    extension.setBody(values.body(source.orgName(), "ORG_NAME", source.orgCode(), "ORG_CODE"));
    extension.getBody().setAreaNumber(values.required(source.orgArea(), "ORG_AREA"));
    extension.setDays(reading.required(source.delayDays(), "DELAY_DAYS"));
    extension.setReason(Secrecy.unknown().text(source.delayReason()));
    extension.setNewDue(values.moment(source.delayDeadlineDate(), "DELAY_DEADLINE_DATE"));
    return extension;
  }
}
