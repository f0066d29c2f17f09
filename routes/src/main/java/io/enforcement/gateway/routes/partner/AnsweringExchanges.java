package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.partner.Partner.Entitlement;
import io.enforcement.gateway.routes.security.Credentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * In what a partner is asked and answers at once. The installation says so by naming the organ
 * ({@code query.organ}); without it nobody is asked. Where queries go to is told by {@code query.*}
 * settings; the others of the partner count as far as neither they nor the folder say otherwise.
 * Used while the catalog is read, by one thread.
 */
final class AnsweringExchanges {

  private static final String OF_QUERIES = "query.";
  private static final String ORGAN = OF_QUERIES + "organ";
  private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NP-RTUW-Y]{18}");

  private final PartnerFolder folder;
  private final Translators translators;
  private final Credentials credentials;

  AnsweringExchanges(PartnerFolder folder, Translators translators, Credentials credentials) {
    this.folder = folder;
    this.translators = translators;
    this.credentials = credentials;
  }

  /**
   * @param site the installation's settings of this partner
   * @throws IllegalArgumentException naming the partner and what is wrong
   */
  List<Answering> of(Map<String, String> site) {
    if (!areAsked(site)) {
      return List.of();
    }
    return folder.file().answers().stream().map(answers -> answering(answers, site)).toList();
  }

  private Answering answering(PartnerFile.Answers answers, Map<String, String> site) {
    ConnectorSettings settings = settings(answers, site);
    String organ = settings.required("organ");
    if (!USCC.matcher(organ).matches()) {
      throw settings.wrong(ORGAN, "is not a unified social credit code");
    }
    Entitlement asked = entitlement(answers, "Query", answers.queryFields());
    FromStandard request =
        translators.fromStandard(folder, answers.exchange(), answers.request(), Map.of());
    return new Answering(
        folder.file().partner(),
        answers.exchange(),
        answers.via(),
        answers.queries(),
        organ,
        asked,
        entitlement(answers, "Answer", answers.answerFields()),
        (query, context) -> request.fromStandard(asked.permitted().in(query), context),
        translators.toStandard(folder, answers.exchange(), answers.reply(), answers.format()),
        settings);
  }

  private static Entitlement entitlement(
      PartnerFile.Answers answers, String record, List<String> fields) {
    return new Entitlement(
        answers.basis(), answers.purpose(), fields, PermittedFields.of(List.of(record), fields));
  }

  /** Whether the installation asks the partner at all. */
  static boolean areAsked(Map<String, String> site) {
    return site.containsKey(ORGAN);
  }

  private ConnectorSettings settings(PartnerFile.Answers answers, Map<String, String> site) {
    PartnerFile file = folder.file();
    return new ConnectorSettings(file.partner(), merged(file, answers, site), credentials::byName);
  }

  /** What an exchange says of its transport, and the site over it. */
  static Map<String, String> merged(
      PartnerFile file, PartnerFile.Answers answers, Map<String, String> site) {
    Map<String, String> merged = new HashMap<>(site);
    // What deliveries ask of a reply is nothing that an answer would say.
    merged.remove("accepted");
    merged.put("content-type", answers.contentType());
    merged.putAll(answers.settings());
    site.forEach(
        (name, value) -> {
          if (name.startsWith(OF_QUERIES)) {
            merged.put(name.substring(OF_QUERIES.length()), value);
          }
        });
    if (file.credentials() != null) {
      merged.putIfAbsent("credentials", file.credentials());
    }
    return merged;
  }
}
