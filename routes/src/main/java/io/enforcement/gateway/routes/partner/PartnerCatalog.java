package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.SubscribedRecords;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Entitlement;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.routes.security.Credentials;
import io.enforcement.gateway.routes.security.PartnerDirectory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Every partner in service: read once at start from the folders in the jar and the site's {@code
 * partners/}. A partner that the installation's settings do not switch on is not in service.
 * Immutable after start; thread-safe.
 */
@Component
public class PartnerCatalog implements PartnerDirectory {

  /** What a receiver gets whose folder names no ladder. */
  private static final List<String> LADDER = List.of("PT5S", "PT30S", "PT2M", "PT10M", "PT1H");

  private static final Pattern SETTING = Pattern.compile("\\$\\{([a-z-]+)}");

  private final Map<String, Partner> partners = new TreeMap<>();
  private final List<Receiving> receivings;
  private final Map<String, PartnerFolder> folders = new HashMap<>();
  private final CallerNames callers = new CallerNames();
  private final Translators translators;
  private final Credentials credentials;

  PartnerCatalog(GatewaySettings settings, Translators translators, Credentials credentials) {
    this.translators = translators;
    this.credentials = credentials;
    Map<String, PartnerFolder> all = new HashMap<>();
    for (PartnerFolder folder : PartnerFolder.all(settings.dataDir().resolve("partners"))) {
      if (all.putIfAbsent(folder.file().partner(), folder) != null) {
        throw new IllegalArgumentException("two folders are partner " + folder.file().partner());
      }
    }
    settings.partners().forEach((id, own) -> activate(id, own, all.get(id)));
    // Every record that is translated asks for them.
    receivings = partners.values().stream().flatMap(p -> p.receives().stream()).toList();
  }

  /** All partners in service, by id. */
  public Collection<Partner> partners() {
    return partners.values();
  }

  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(partners.get(id));
  }

  /** The exchange of a sender, when the partner is in service and sends it. */
  public Optional<Sending> sending(String partner, String exchange) {
    return partner(partner)
        .flatMap(p -> p.sends().stream().filter(s -> s.exchange().equals(exchange)).findFirst());
  }

  /** A file of the partner's folder, when the partner is in service and has it. */
  public Optional<byte[]> file(String partner, String name) {
    return Optional.ofNullable(folders.get(partner)).flatMap(folder -> folder.bytes(name));
  }

  /** Everything that is received by partners in service. */
  public List<Receiving> receivings() {
    return receivings;
  }

  /** The exchange of a receiver, when the partner is in service and receives it. */
  public Optional<Receiving> receiving(String partner, String exchange) {
    return partner(partner)
        .flatMap(p -> p.receives().stream().filter(r -> r.exchange().equals(exchange)).findFirst());
  }

  @Override
  public Optional<Known> known(CallerProof proof, String name) {
    return callers
        .partner(proof, name)
        .map(partners::get)
        .map(partner -> new Known(partner.id(), secret(proof, partner)));
  }

  private Optional<Secret> secret(CallerProof proof, Partner partner) {
    return proof == CallerProof.MUTUAL_TLS
        ? Optional.empty()
        : Optional.of(credentials.byName(partner.credentials()));
  }

  private void activate(String id, PartnerSettings own, PartnerFolder folder) {
    if (!own.active()) {
      return;
    }
    if (folder == null) {
      throw new IllegalArgumentException(
          "gateway.partners." + id + " is active, but there is no folder of that partner");
    }
    PartnerFile file = folder.file();
    requireOneWay(file);
    folders.put(id, folder);
    requireToken(file);
    callers.add(id, file.authentication(), own.settings());
    partners.put(
        id,
        new Partner(
            id,
            file.name(),
            file.credentials() == null ? id : file.credentials(),
            file.sends().stream().map(s -> sending(folder, s, own)).toList(),
            file.receives().stream().map(r -> receiving(folder, r, own)).toList(),
            file.queries(),
            file.quota().messagesPerSecond()));
  }

  /** An envelope carries our own proof only: with another one its door would never open. */
  private static void requireToken(PartnerFile file) {
    if (file.authentication() != CallerProof.GATEWAY
        && file.sends().stream().anyMatch(s -> s.via().equals(Sending.SOAP))) {
      throw new IllegalArgumentException(
          "partner " + file.partner() + ": who sends via soap keeps authentication gateway");
    }
  }

  /**
   * Order is kept per receiver, so it cannot be brought some deliveries and fetch others; and what
   * is fetched is given again until it is acknowledged, which only effect A bears.
   */
  private static void requireOneWay(PartnerFile file) {
    List<PartnerFile.Receives> pulled =
        file.receives().stream().filter(r -> r.via().equals(Receiving.OUTBOX)).toList();
    if (!pulled.isEmpty() && pulled.size() < file.receives().size()) {
      throw new IllegalArgumentException(
          "partner "
              + file.partner()
              + ": either all that it receives is via outbox, or none of it");
    }
    pulled.stream()
        .filter(r -> r.effect() != EffectClass.A)
        .findFirst()
        .ifPresent(
            r -> {
              throw new IllegalArgumentException(
                  "partner "
                      + file.partner()
                      + ": "
                      + r.exchange()
                      + " is via outbox and given again until it is acknowledged: its effect must"
                      + " be A");
            });
  }

  private Sending sending(PartnerFolder folder, PartnerFile.Sends sends, PartnerSettings own) {
    ConnectorSettings settings = settings(folder, sends.settings(), own);
    return new Sending(
        sends.exchange(),
        sends.via(),
        sends.accepts(),
        FormField.agreed(settings, sends.accepts()),
        Parcels.of(folder, sends),
        translators.toStandard(folder, sends),
        settings);
  }

  private Receiving receiving(
      PartnerFolder folder, PartnerFile.Receives receives, PartnerSettings own) {
    List<String> ladder = receives.retry() == null ? LADDER : receives.retry();
    Map<String, String> values = new HashMap<>(Map.of("content-type", receives.contentType()));
    values.putAll(receives.settings());
    PermittedFields permitted = PermittedFields.of(receives.records(), receives.fields());
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
            own.retry().isEmpty() ? ladder.stream().map(Duration::parse).toList() : own.retry(),
            receives.concurrency(),
            settings(folder, values, own));
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
    FromStandard translator = translators.fromStandard(folder, receives);
    return (record, context) -> translator.fromStandard(fields.in(record), context);
  }

  private ConnectorSettings settings(
      PartnerFolder folder, Map<String, String> values, PartnerSettings own) {
    Map<String, String> merged = new HashMap<>(values);
    merged.putAll(own.settings());
    if (folder.file().credentials() != null) {
      merged.putIfAbsent("credentials", folder.file().credentials());
    }
    return new ConnectorSettings(folder.file().partner(), merged, credentials::byName);
  }
}
