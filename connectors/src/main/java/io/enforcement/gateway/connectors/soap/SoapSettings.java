package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.http.HttpSettings;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * The checked settings of one partner's one exchange over SOAP: those of {@link HttpSettings} and
 *
 * <ul>
 *   <li>{@code path} below the endpoint; {@code version} 1.1 or 1.2; {@code namespace} of the
 *       partner; {@code operation}; {@code soap-action}
 *   <li>{@code auth} none, basic or username-token, with {@code user} and {@code credentials}
 *   <li>{@code envelope} payload or exchange-message, the latter with {@code sender}, {@code
 *       receiver}, {@code flow}, {@code item} and perhaps {@code cc}, {@code security-type}, {@code
 *       operator}, {@code contacts}
 *   <li>{@code accepted} what an answer says that accepts, like {@code code=0}; {@code reason} name
 *       of the element that says why not
 *   <li>{@code ask-operation}, {@code ask-soap-action}, {@code found}, {@code not-found}
 * </ul>
 *
 * @param address where requests are posted to
 * @param operation name of the body's element
 * @param action for the HTTP headers; may be empty
 * @param exchange header of the ExchangeMessage, without number; absent: the payload stands in the
 *     body as it is
 * @param accepted what the answer must say; absent: any answer that is no fault will do
 * @param reason name of the element that says why not
 * @param question when the partner can be asked
 */
record SoapSettings(
    HttpSettings http,
    String address,
    SoapVersion version,
    QName operation,
    String action,
    SoapAuth auth,
    Optional<ExchangeMessage.Header> exchange,
    Optional<ElementValue> accepted,
    Optional<String> reason,
    Optional<Question> question) {

  /**
   * How the partner is asked whether it has a key.
   *
   * @param found what the answer says when it has it
   * @param notFound what the answer says when it has not
   */
  record Question(QName operation, String action, ElementValue found, ElementValue notFound) {}

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static SoapSettings of(ConnectorSettings settings) {
    HttpSettings http = HttpSettings.of(settings);
    return new SoapSettings(
        http,
        http.address(settings.optional("path").orElse("")),
        version(settings),
        operation(settings, "operation"),
        action(settings, "soap-action"),
        SoapAuth.of(settings, http),
        exchange(settings),
        settings.optional("accepted").map(text -> value(settings, "accepted", text)),
        settings.optional("reason"),
        settings.optional("ask-operation").map(name -> question(settings)));
  }

  private static SoapVersion version(ConnectorSettings settings) {
    return switch (settings.optional("version").orElse("1.1")) {
      case "1.1" -> SoapVersion.V1_1;
      case "1.2" -> SoapVersion.V1_2;
      default -> throw settings.wrong("version", "is neither 1.1 nor 1.2", null);
    };
  }

  private static QName operation(ConnectorSettings settings, String setting) {
    String name = settings.required(setting);
    if (!XmlDraft.isName(name)) {
      throw settings.wrong(setting, "is not the name of an element", null);
    }
    return new QName(settings.required("namespace"), name);
  }

  /** It goes into a header, in quotes. */
  private static String action(ConnectorSettings settings, String setting) {
    String action = settings.optional(setting).orElse("");
    if (!action.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\')) {
      throw settings.wrong(setting, "is not a plain address", null);
    }
    return action;
  }

  private static Optional<ExchangeMessage.Header> exchange(ConnectorSettings settings) {
    return switch (settings.optional("envelope").orElse("payload")) {
      case "payload" -> Optional.empty();
      case "exchange-message" ->
          Optional.of(
              new ExchangeMessage.Header(
                  settings.required("sender"),
                  settings.required("receiver"),
                  settings.optional("cc").orElse(""),
                  settings.required("flow"),
                  settings.required("item"),
                  "",
                  settings.optional("security-type").orElse(""),
                  settings.optional("operator").orElse(""),
                  settings.optional("contacts").orElse("")));
      default -> throw settings.wrong("envelope", "is neither payload nor exchange-message", null);
    };
  }

  private static Question question(ConnectorSettings settings) {
    return new Question(
        operation(settings, "ask-operation"),
        action(settings, "ask-soap-action"),
        value(settings, "found", settings.optional("found").orElse("found=true")),
        value(settings, "not-found", settings.optional("not-found").orElse("found=false")));
  }

  private static ElementValue value(ConnectorSettings settings, String setting, String text) {
    try {
      return ElementValue.parse(text);
    } catch (IllegalArgumentException e) {
      throw settings.wrong(setting, e.getMessage(), e);
    }
  }
}
