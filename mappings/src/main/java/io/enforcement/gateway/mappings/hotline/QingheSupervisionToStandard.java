package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.SupervisionNotice;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;

/** Reads Qinghe's {@code supervision-notice}. */
@Named("qingheSupervisionNotice")
public final class QingheSupervisionToStandard implements ToStandard, Seal {

  private static final PartnerCodes KIND = City.QINGHE.codes("hotline-supervision");
  private static final PartnerCodes STATE = City.QINGHE.codes("hotline-supervision-state");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    SupervisionNotice notice = read(StrictJson.read(message, QingheSupervision.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, notice));
  }

  @Override
  public byte[] seal(byte[] message) {
    return SealedMessage.ofTexts(
        message, QingheSupervision.class, "SUPERVISE_REASON", "SUPERVISE_DEMAND");
  }

  private static SupervisionNotice read(QingheSupervision source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.QINGHE);
    values.requireType("20", source.msgType(), "MSG_TYPE");
    OffsetDateTime issued = values.requiredMoment(source.superviseTime(), "SUPERVISE_TIME");
    SupervisionNotice notice = new SupervisionNotice();
    values.head(notice, source.orderId() + "-supervise-" + issued, issued);
    notice.setCdBatch(Reading.text(source.serial()));
    notice.setOrderReference(
        values.order(
            source.orderId(),
            "ORDER_ID",
            source.dispatchNum(),
            "DISPATCH_NUM",
            source.subOrderId()));
    notice
        .getOrderReference()
        .setDispatchedAt(values.moment(source.dispatchTime(), "DISPATCH_TIME"));
    notice.setKind(values.requiredCode(KIND, source.superviseType(), "SUPERVISE_TYPE"));
    notice.setNoticeNumber(Reading.text(source.superviseId()));
    notice.setIssuer(
        values.organ(
            values.required(source.superviseOrg(), "SUPERVISE_ORG"), source.superviseOrgCode()));
    notice.setBody(values.body(source.orgName(), "ORG_NAME", source.orgCode(), "ORG_CODE"));
    notice.getBody().setAreaNumber(values.required(source.orgArea(), "ORG_AREA"));
    notice.setIssuedAt(issued);
    Secrecy secrecy = Secrecy.unknown();
    notice.setReason(values.required(secrecy.text(source.superviseReason()), "SUPERVISE_REASON"));
    notice.setDemand(secrecy.text(source.superviseDemand()));
    notice.setAnswerLimit(
        Limits.of(
            source.answerHours(),
            TimeLimitUnit.H,
            values.moment(source.answerDate(), "ANSWER_DATE")));
    notice.setState(values.code(STATE, source.superviseState(), "SUPERVISE_STATE"));
    return notice;
  }
}
