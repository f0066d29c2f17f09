package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.TransportSetting;
import io.enforcement.gateway.connectors.TransportSetting.Form;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.SiteFault.Kind;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.routes.security.Credentials;
import io.enforcement.gateway.routes.security.MissingSecret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for all settings that folder and site leave open or say wrongly, over every exchange of a
 * partner; what many exchanges lack alike is said once. For one thread.
 */
final class SiteFaults {

  private final PartnerFolder folder;
  private final PartnerSettings own;
  private final Credentials credentials;

  /** Exchanges by what is the matter with them; its own list of exchanges stays empty. */
  private final Map<SiteFault, List<String>> found = new LinkedHashMap<>();

  SiteFaults(PartnerFolder folder, PartnerSettings own, Credentials credentials) {
    this.folder = folder;
    this.own = own;
    this.credentials = credentials;
  }

  /** All of them; none when the partner can be in service as far as its settings say. */
  List<SiteFault> all() {
    PartnerFile file = folder.file();
    for (PartnerFile.Sends sends : file.sends()) {
      look(
          sends.exchange(),
          sends.via(),
          ExchangeSettings.sent(sends.via()),
          PartnerFactory.merged(folder, sends.settings(), own));
    }
    for (PartnerFile.Receives receives : file.receives()) {
      look(
          receives.exchange(),
          receives.via(),
          ExchangeSettings.received(receives.via()),
          PartnerFactory.merged(folder, receives.settings(), own));
      holes(receives);
    }
    if (AnsweringExchanges.areAsked(own.settings())) {
      for (PartnerFile.Answers answers : file.answers()) {
        look(
            answers.exchange(),
            answers.via(),
            ExchangeSettings.asked(answers.via()),
            AnsweringExchanges.merged(file, answers, own.settings()));
      }
    }
    if (file.authentication() == CallerProof.MUTUAL_TLS
        && !own.settings().containsKey(CallerNames.CERTIFICATE)) {
      note(Kind.PROOF, "", "", List.of(CallerNames.CERTIFICATE));
    }
    return found.entrySet().stream()
        .map(
            entry ->
                new SiteFault(
                    entry.getKey().kind(),
                    entry.getValue(),
                    entry.getKey().via(),
                    entry.getKey().settings()))
        .toList();
  }

  private void look(
      String exchange, String via, List<TransportSetting> known, Map<String, String> merged) {
    Map<String, String> values = new LinkedHashMap<>(merged);
    values.values().removeIf(String::isBlank);
    List<String> missing =
        known.stream()
            .filter(setting -> setting.isNeeded(values) && !values.containsKey(setting.name()))
            .map(TransportSetting::name)
            .toList();
    List<String> wrong =
        known.stream()
            .filter(
                setting ->
                    values.containsKey(setting.name())
                        && !setting.allows(values.get(setting.name())))
            .map(TransportSetting::name)
            .toList();
    note(Kind.MISSING, exchange, via, missing);
    note(Kind.WRONG, exchange, via, wrong);
    known.stream()
        .filter(setting -> setting.form() == Form.SECRET_NAME)
        .filter(setting -> isUsed(setting, via, values))
        .map(setting -> values.get(setting.name()))
        .filter(name -> name != null && !isThere(name))
        .forEach(name -> note(Kind.SECRET, exchange, via, List.of(name)));
  }

  /** Over rest without a profile credentials are used where they are named. */
  private static boolean isUsed(TransportSetting setting, String via, Map<String, String> values) {
    return setting.isNeeded(values)
        || via.equals(Sending.REST)
            && setting.name().equals("credentials")
            && !values.containsKey("profile");
  }

  private boolean isThere(String secret) {
    try {
      credentials.byName(secret);
      return true;
    } catch (MissingSecret | IllegalArgumentException e) {
      return false;
    }
  }

  private void holes(PartnerFile.Receives receives) {
    Map<String, String> values = PartnerFactory.merged(folder, receives.settings(), own);
    List<String> open =
        PartnerFactory.holes(receives).stream().filter(name -> !values.containsKey(name)).toList();
    note(Kind.HOLE, receives.exchange(), "", open);
  }

  private void note(Kind kind, String exchange, String via, List<String> settings) {
    if (!settings.isEmpty()) {
      found
          .computeIfAbsent(
              new SiteFault(kind, List.of(), via, settings), fault -> new ArrayList<>())
          .add(exchange);
    }
  }
}
