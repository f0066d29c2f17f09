package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.http.OutcomeTable;
import io.enforcement.gateway.connectors.http.Reply;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;

/**
 * What an answer means for the delivery. The envelope speaks before the HTTP status, for SOAP 1.1
 * sends every fault with 500; only "come again" speaks before the envelope. Thread-safe.
 */
final class SoapVerdict {

  private static final int LONGEST_REASON = 200;

  private final Optional<ElementValue> accepted;
  private final Optional<String> reason;
  private final OutcomeTable statuses;

  SoapVerdict(SoapSettings settings) {
    accepted = settings.accepted();
    reason = settings.reason();
    statuses = new OutcomeTable(settings.http().busy());
  }

  Outcome of(Reply reply) {
    if (statuses.comeAgain(reply)) {
      return statuses.of(reply);
    }
    Optional<SoapMessage> answer = answer(reply);
    if (answer.isPresent() && answer.get().isFault()) {
      return ofFault(answer.get(), reply);
    }
    if (!reply.successful()) {
      return statuses.of(reply);
    }
    return answer.map(known -> byContract(known, reply)).orElseGet(reply::againstTheContract);
  }

  /** What the answer to a question says; anything but a clear yes or no is unknown. */
  static Presence presence(Reply reply, SoapSettings.Question question) {
    Optional<SoapMessage> answer =
        answer(reply).filter(known -> reply.successful() && !known.isFault());
    if (answer.isEmpty()) {
      return Presence.UNKNOWN;
    }
    AnswerValues values = new AnswerValues(answer.get().payload());
    if (values.say(question.found())) {
      return Presence.FOUND;
    }
    return values.say(question.notFound()) ? Presence.NOT_FOUND : Presence.UNKNOWN;
  }

  private static Optional<SoapMessage> answer(Reply reply) {
    if (!reply.whole()) {
      return Optional.empty();
    }
    try {
      return Optional.of(SoapMessage.read(reply.bytes()));
    } catch (SoapRefused e) {
      return Optional.empty();
    }
  }

  private Outcome byContract(SoapMessage answer, Reply reply) {
    AnswerValues values = new AnswerValues(answer.payload());
    if (accepted.isEmpty() || values.say(accepted.get())) {
      return statuses.of(reply);
    }
    if (values.of(accepted.get().name()).isEmpty()) {
      return reply.againstTheContract();
    }
    String words = reason.flatMap(values::of).map(SoapVerdict::bounded).orElse("");
    return new Outcome.Refused(
        words.isEmpty() ? "refused by the answer" : "refused: " + words, reply.evidence());
  }

  private static Outcome ofFault(SoapMessage answer, Reply reply) {
    Optional<FaultCode> code = faultCode(answer);
    String words =
        "SOAP fault " + code.map(c -> c.name(answer.version())).orElse("of its own kind");
    return code.isEmpty() || code.get() == FaultCode.RECEIVER
        ? new Outcome.Ambiguous(words, reply.evidence())
        : new Outcome.Refused(words, reply.evidence());
  }

  /** The code is a qualified name in text; many systems leave its prefix out. */
  private static Optional<FaultCode> faultCode(SoapMessage answer) {
    String soap = answer.version().namespace();
    QName element =
        answer.version() == SoapVersion.V1_1 ? new QName("faultcode") : new QName(soap, "Value");
    GuardedXmlReader in = SafeXml.reader(answer.payload());
    for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT && in.getName().equals(element)) {
        String text = in.getElementText().strip();
        int colon = text.indexOf(':');
        boolean known = colon < 0 || soap.equals(in.getNamespaceURI(text.substring(0, colon)));
        return known ? FaultCode.of(answer.version(), text.substring(colon + 1)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The partner's own words, short and in one line. */
  private static String bounded(String words) {
    StringBuilder line = new StringBuilder();
    words
        .codePoints()
        .limit(LONGEST_REASON)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }
}
