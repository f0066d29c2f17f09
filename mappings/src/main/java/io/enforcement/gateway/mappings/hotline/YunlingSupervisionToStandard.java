package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.SupervisionNotice;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads Yunling's {@code supervision-notice}. */
@Named("yunlingSupervisionNotice")
public final class YunlingSupervisionToStandard implements ToStandard, Seal {

  private static final PartnerCodes KIND = City.YUNLING.codes("hotline-supervision");
  private static final PartnerCodes STATE = City.YUNLING.codes("hotline-supervision-state");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    SupervisionNotice notice = read(StrictJson.read(message, YunlingSupervision.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, notice));
  }

  @Override
  public byte[] seal(byte[] message) {
    return SealedMessage.ofTexts(message, YunlingSupervision.class, "reason", "demand");
  }

  private static SupervisionNotice read(YunlingSupervision source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.YUNLING);
    values.requireType("ORDER_SUPERVISE", source.msgType(), "msgType");
    OffsetDateTime issued = values.requiredMoment(source.issueTime(), "issueTime");
    SupervisionNotice notice = new SupervisionNotice();
    values.head(notice, source.orderNo() + "-supervise-" + issued, issued);
    notice.setOrderReference(
        values.order(source.orderNo(), "orderNo", source.round(), "round", source.localNo()));
    notice
        .getOrderReference()
        .setDispatchedAt(values.moment(source.dispatchTime(), "dispatchTime"));
    notice.setKind(values.requiredCode(KIND, source.mode(), "mode"));
    notice.setNoticeNumber(Reading.text(source.noticeNo()));
    notice.setIssuer(values.organ(values.required(source.issuer(), "issuer"), source.issuerCode()));
    notice.setBody(values.body(source.unit(), "unit", source.unitCode(), "unitCode"));
    notice.setIssuedAt(issued);
    Secrecy secrecy = Secrecy.unknown();
    notice.setReason(values.required(secrecy.text(source.reason()), "reason"));
    notice.setDemand(secrecy.text(source.demand()));
    notice.setAnswerLimit(
        YunlingLimits.of(
            source.limit(),
            source.limitUnit(),
            "limitUnit",
            values.moment(source.deadline(), "deadline"),
            values));
    notice.setState(values.code(STATE, source.state(), "state"));
    return notice;
  }
}
