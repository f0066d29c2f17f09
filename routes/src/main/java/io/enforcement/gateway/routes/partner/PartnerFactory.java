package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.SubscribedRecords;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Entitlement;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.security.Credentials;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Makes a partner out of its folder and of what the site says about it: translators found, settings
 * merged, the selector's holes filled. Thread-safe.
 */
@Component
class PartnerFactory {

  /** What a receiver gets whose folder names no ladder. */
  private static final List<String> LADDER = List.of("PT5S", "PT30S", "PT2M", "PT10M", "PT1H");

  private static final Pattern SETTING = Pattern.compile("\\$\\{([a-z-]+)}");

  private final Translators translators;
  private final Credentials credentials;

  PartnerFactory(Translators translators, Credentials credentials) {
    this.translators = translators;
    this.credentials = credentials;
  }

  /**
   * The partner, ready for service.
   *
   * @throws IllegalArgumentException when folder and site do not fit together; names the partner
   */
  Partner partner(PartnerFolder folder, PartnerSettings own) {
    PartnerFile file = folder.file();
    for (PartnerRules.Broken broken : PartnerRules.broken(file)) {
      throw new IllegalArgumentException("partner " + file.partner() + ": " + broken);
    }
    return new Partner(
        file.partner(),
        own.name().isEmpty() ? file.name() : own.name(),
        file.credentials() == null ? file.partner() : file.credentials(),
        file.sends().stream().map(s -> sending(folder, s, own)).toList(),
        file.receives().stream().map(r -> receiving(folder, r, own)).toList(),
        file.queries(),
        new AnsweringExchanges(folder, translators, credentials).of(own.settings()),
        file.contacts(),
        file.expectations(),
        file.duty(),
        file.quota().messagesPerSecond());
  }

  private Sending sending(PartnerFolder folder, PartnerFile.Sends sends, PartnerSettings own) {
    ConnectorSettings settings = settings(folder, sends.settings(), own);
    return new Sending(
        sends.exchange(),
        sends.via(),
        sends.accepts(),
        FormField.agreed(settings, sends.accepts()),
        Parcels.of(folder, sends),
        translators.toStandard(folder, sends.exchange(), sends.translator(), sends.format()),
        settings);
  }

  private Receiving receiving(
      PartnerFolder folder, PartnerFile.Receives receives, PartnerSettings own) {
    List<String> ladder = receives.retry() == null ? LADDER : receives.retry();
    Map<String, String> values = new HashMap<>(Map.of("content-type", receives.contentType()));
    values.putAll(receives.settings());
    PermittedFields permitted = PermittedFields.of(receives.records(), receives.fields());
    ConnectorSettings settings = settings(folder, values, own);
    Receiving receiving =
        new Receiving(
            folder.file().partner(),
            receives.exchange(),
            receives.via(),
            SubscribedRecords.of(receives.records()),
            new Entitlement(receives.basis(), receives.purpose(), receives.fields(), permitted),
            receives.attachments(),
            Parcels.of(folder, receives),
            receives.holdsRepaired(),
            selector(folder, receives, values, own),
            receives.effect(),
            translator(folder, receives, permitted),
            Ladder.of(
                own.retry().isEmpty() ? ladder.stream().map(Duration::parse).toList() : own.retry(),
                settings.duration("patience", Duration.ZERO)),
            receives.concurrency(),
            settings);
    if (receiving.filesWithin().toMillis() <= 0) {
      throw receiving.settings().wrong("files-within", "is not longer than nothing");
    }
    return receiving;
  }

  /** Who a partner is at this installation is a setting: {@code '${uscc}'} stands for its value. */
  private static Selector selector(
      PartnerFolder folder,
      PartnerFile.Receives receives,
      Map<String, String> values,
      PartnerSettings own) {
    if (receives.selector() == null) {
      return Selector.of(null);
    }
    Matcher holes = SETTING.matcher(receives.selector());
    return Selector.of(
        holes.replaceAll(
            hole -> {
              String name = hole.group(1);
              String value = own.settings().getOrDefault(name, values.get(name));
              if (value == null) {
                throw new IllegalArgumentException(
                    "partner "
                        + folder.file().partner()
                        + ": its selector needs the setting "
                        + name);
              }
              return Matcher.quoteReplacement(value.replace("'", "''"));
            }));
  }

  private FromStandard translator(
      PartnerFolder folder, PartnerFile.Receives receives, PermittedFields fields) {
    FromStandard translator =
        translators.fromStandard(
            folder, receives.exchange(), receives.translator(), receives.format());
    return (record, context) -> translator.fromStandard(fields.in(record), context);
  }

  private ConnectorSettings settings(
      PartnerFolder folder, Map<String, String> values, PartnerSettings own) {
    return new ConnectorSettings(
        folder.file().partner(), merged(folder, values, own), credentials::byName);
  }

  /** What an exchange says of its transport, and the site over it. */
  static Map<String, String> merged(
      PartnerFolder folder, Map<String, String> values, PartnerSettings own) {
    Map<String, String> merged = new HashMap<>(values);
    merged.putAll(own.settings());
    if (folder.file().credentials() != null) {
      merged.putIfAbsent("credentials", folder.file().credentials());
    }
    return merged;
  }

  /** The settings that a selector asks for. */
  static List<String> holes(PartnerFile.Receives receives) {
    return receives.selector() == null
        ? List.of()
        : SETTING.matcher(receives.selector()).results().map(hole -> hole.group(1)).toList();
  }
}
