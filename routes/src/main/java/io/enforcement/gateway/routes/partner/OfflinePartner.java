package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DocumentForm;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A partner's files and translators without a gateway that runs: no settings of a site, no secrets,
 * no connections. Immutable and thread-safe.
 */
public final class OfflinePartner {

  private static final class Once {
    private static final Translators SHIPPED = Translators.shipped();
  }

  private final PartnerFolder folder;

  OfflinePartner(PartnerFolder folder) {
    this.folder = folder;
  }

  /**
   * The partner that this pack is.
   *
   * @throws IllegalArgumentException when {@code partner.yaml} is missing or wrong
   */
  public static OfflinePartner of(PackFiles pack) {
    return new OfflinePartner(PartnerFolder.of(pack));
  }

  /** The partner that this pack is, when its settings have been read already. */
  public static OfflinePartner of(PartnerFile file, PackFiles pack) {
    return new OfflinePartner(PartnerFolder.of(file, pack));
  }

  /** The partner of this id that the gateway brings. */
  public static Optional<OfflinePartner> shipped(String id) {
    return PartnerFolder.shipped().stream()
        .filter(folder -> folder.id().equals(id))
        .findFirst()
        .map(OfflinePartner::new);
  }

  /** The same partner with files of a site before its own. */
  public OfflinePartner amended(PackFiles amendment) {
    return new OfflinePartner(folder.amended(amendment));
  }

  /** Its settings. */
  public PartnerFile file() {
    return folder.file();
  }

  /**
   * What reads this exchange.
   *
   * @throws IllegalArgumentException when there is no such translator, or its files are wrong
   * @throws IllegalStateException when a file that it names is missing
   */
  public ToStandard toStandard(PartnerFile.Sends sends) {
    return reader(sends.exchange(), sends.translator(), sends.format());
  }

  /**
   * What writes this exchange, seeing only the fields that the partner may see.
   *
   * @throws IllegalArgumentException when there is no such translator, its files are wrong, or a
   *     record or field is not one of the standard
   * @throws IllegalStateException when a file that it names is missing
   */
  public FromStandard fromStandard(PartnerFile.Receives receives) {
    FromStandard translator = writer(receives.exchange(), receives.translator(), receives.format());
    PermittedFields permitted = PermittedFields.of(receives.records(), receives.fields());
    return (record, context) -> translator.fromStandard(permitted.in(record), context);
  }

  /**
   * A translator by its name, of what the partner writes.
   *
   * @param exchange for which it is, when a mapping file complains
   * @param format of what is read
   * @throws IllegalArgumentException when there is no such translator, or its files are wrong
   * @throws IllegalStateException when a file that it names is missing
   */
  public ToStandard reader(String exchange, String name, Map<String, String> format) {
    return translators(name).toStandard(folder, exchange, name, format);
  }

  /** The same of what is written for the partner, whatever it may see. */
  public FromStandard writer(String exchange, String name, Map<String, String> format) {
    return translators(name).fromStandard(folder, exchange, name, format);
  }

  /** A file of its folder as text, or null when there is none. */
  public String text(String name) {
    return folder.bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null);
  }

  /** All words that its code lists know. */
  public Set<String> words() {
    return words(Integer.MAX_VALUE);
  }

  /** So many words of each of its code lists. */
  public Set<String> words(int ofEach) {
    Set<String> words = new TreeSet<>();
    for (String name : folder.names()) {
      String text = name.endsWith(".csv") ? text(name) : null;
      if (text != null && text.startsWith("from,to")) {
        PartnerCodes.of(name, text).sources().stream().limit(ofEach).forEach(words::add);
      }
    }
    return words;
  }

  /**
   * The form of a document of the partner's, of which single values can be named. A translator in
   * Java does not say its form: the document does.
   *
   * @param format of the exchange
   * @throws IllegalArgumentException for a form whose values have no names, as an archive
   */
  public DocumentForm form(Map<String, String> format, byte[] document) {
    if (!format.isEmpty()) {
      return DocumentForm.of(format, this::text);
    }
    boolean xml = new String(document, StandardCharsets.ISO_8859_1).stripLeading().startsWith("<");
    return xml ? DocumentForm.xml(StandardCharsets.UTF_8) : DocumentForm.json();
  }

  /** Names of the translators that the gateway brings for what partners send. */
  public static Set<String> shippedToStandard() {
    return Once.SHIPPED.sendersNames();
  }

  /** Names of the translators that the gateway brings for what partners receive. */
  public static Set<String> shippedFromStandard() {
    return Once.SHIPPED.receiversNames();
  }

  /** Looking for what the gateway brings takes a while: only when somebody asks for it. */
  private static Translators translators(String name) {
    return Translators.isMappingFile(name) ? Translators.NONE : Once.SHIPPED;
  }
}
