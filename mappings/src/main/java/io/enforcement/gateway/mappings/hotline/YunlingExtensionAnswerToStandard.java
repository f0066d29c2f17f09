package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.model.HotlineExtensionAnswer;
import io.enforcement.gateway.standards.model.OrderExtension;
import jakarta.inject.Named;
import java.util.List;

/** Reads Yunling's {@code extension-answer}: the request once more, with its answer. */
@Named("yunlingExtensionAnswer")
public final class YunlingExtensionAnswerToStandard implements ToStandard, Seal {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    Reading reading = new Reading();
    OrderExtension extension =
        read(StrictJson.read(message, YunlingExtensionAnswer.class), reading);
    reading.orRejected();
    return List.of(new Part.Translated(1, extension));
  }

  @Override
  public byte[] seal(byte[] message) {
    return SealedMessage.ofTexts(message, YunlingExtensionAnswer.class, "opinion", "delayReason");
  }

  private static OrderExtension read(YunlingExtensionAnswer source, Reading reading) {
    HotlineValues values = new HotlineValues(reading, City.YUNLING);
    values.requireType("DELAY_ANSWER", source.msgType(), "msgType");
    HotlineExtensionAnswer answer = new HotlineExtensionAnswer();
    answer.setGranted(reading.required(source.agree(), "agree"));
    answer.setAnsweredAt(values.requiredMoment(source.answerTime(), "answerTime"));
    answer.setReason(Secrecy.unknown().text(source.opinion()));

    OrderExtension extension = new OrderExtension();
    values.head(extension, null, answer.getAnsweredAt());
    ApplyKey key = ApplyKey.read(source.applyKey(), "applyKey", reading);
    if (key != null) {
      key.answered(extension, answer);
    }
    extension.setOrderReference(
        values.order(source.orderNo(), "orderNo", source.round(), "round", source.localNo()));
    extension.setBody(values.body(source.unit(), "unit", source.unitCode(), "unitCode"));
    extension.setDays(reading.required(source.delayDays(), "delayDays"));
    extension.setReason(Secrecy.unknown().text(source.delayReason()));
    extension.setNewDue(values.moment(source.newDeadline(), "newDeadline"));
    return extension;
  }
}
