package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.Seal;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One partner in service: what it sends and receives, with translators and settings resolved.
 * Immutable.
 *
 * @param id stable id, also its AppKey and part of queue and route names
 * @param name display names by language ({@code zh}, {@code en})
 * @param credentials name of its secret
 * @param queries what it may ask and be answered at once; nothing by default
 * @param answers in what it is asked and answers at once, as far as this installation names it
 * @param contacts whom to call about it: offices, not people
 * @param expectations when it is to have sent what
 * @param duty what is done in law when it has taken a record; null when nothing waits for that
 * @param messagesPerSecond quota of its HTTP intake
 */
public record Partner(
    String id,
    Map<String, String> name,
    String credentials,
    List<Sending> sends,
    List<Receiving> receives,
    Set<QueryKind> queries,
    List<Answering> answers,
    List<PartnerFile.Contact> contacts,
    List<PartnerFile.Expectation> expectations,
    String duty,
    int messagesPerSecond) {

  /** What it sends under this name. */
  public Optional<Sending> sending(String exchange) {
    return sends.stream().filter(s -> s.exchange().equals(exchange)).findFirst();
  }

  /** What it receives under this name. */
  public Optional<Receiving> receiving(String exchange) {
    return receives.stream().filter(r -> r.exchange().equals(exchange)).findFirst();
  }

  /** Whether the partner fetches its deliveries itself: all of them, or none. */
  public boolean pulls() {
    return receives.stream().anyMatch(Receiving::pulled);
  }

  /** Whether we bring deliveries to the partner. */
  public boolean pushed() {
    return !receives.isEmpty() && !pulls();
  }

  /**
   * An exchange that the partner sends.
   *
   * @param via {@link #REST}, {@link #SOAP} and {@link #DIRECT} are pushed to us; any other
   *     transport is polled
   * @param accepts media types of the HTTP intake
   * @param form where the document stands, when it comes in a form
   * @param parcel how to open it, when the document comes with its files
   */
  public record Sending(
      String exchange,
      String via,
      List<String> accepts,
      Optional<FormField> form,
      Optional<Parcel> parcel,
      ToStandard translator,
      ConnectorSettings settings) {

    /** Pushed to our HTTP intake. */
    public static final String REST = "rest";

    /** Pushed to our SOAP service. */
    public static final String SOAP = "soap";

    /** Handed in by the gateway itself; no partner can. */
    public static final String DIRECT = "direct";

    private static final Set<String> PUSHED = Set.of(REST, SOAP, DIRECT);

    /**
     * The document in what was received: the very bytes, or the field of a form.
     *
     * @throws io.enforcement.gateway.standards.validation.Rejected when the form is not sound
     */
    public byte[] document(byte[] received) {
      return form.map(field -> field.document(received)).orElse(received);
    }

    /**
     * The document as {@link #document}, with the files that came in one zip with it.
     *
     * @throws Rejected when form or zip are not sound
     */
    public Parcel.Opened open(byte[] received) {
      return parcel
          .map(p -> p.open(received))
          .orElseGet(() -> new Parcel.Opened(document(received), List.of()));
    }

    /** Media type of the document in a form; empty when the very bytes are the document. */
    public Optional<String> documentType() {
      return form.map(FormField::contentType);
    }

    /** Whether we fetch, rather than the partner pushing to us. */
    public boolean polled() {
      return !PUSHED.contains(via);
    }

    /** Whether the site can add words to its code lists: those of Java are built in. */
    public boolean amendable() {
      return translator instanceof DataOnlyToStandard;
    }

    /** Whether messages hold what must never be stored, and are sealed before anything else. */
    public boolean sealed() {
      return translator instanceof Seal;
    }

    /**
     * What of a message may be kept: all of it, unless the exchange is sealed.
     *
     * @throws Rejected when it cannot be read and so not be sealed; without paths, because the name
     *     of a field may be what must not be told
     */
    public byte[] sealed(byte[] message) {
      if (!(translator instanceof Seal seal)) {
        return message;
      }
      try {
        return seal.seal(message);
      } catch (Rejected e) {
        throw new Rejected(e.findings().stream().map(f -> Finding.of(f.rule(), "", null)).toList());
      }
    }
  }

  /**
   * An exchange that the partner receives.
   *
   * @param via {@link #OUTBOX} is fetched by the partner; over any other transport we bring it
   * @param records record types of the standard; {@code Receipt} and {@code RejectionList} go to
   *     their origin only
   * @param entitlement why the partner may have these records, and what of them
   * @param attachments whether it gets the files that the records name
   * @param parcel how to pack them with the record, when they go out in one zip
   * @param holdsRepaired whether a decision whose credit record was repaired is never sent again
   * @param ladder waiting times between attempts; after the last one the delivery is parked
   */
  public record Receiving(
      String partner,
      String exchange,
      String via,
      Set<String> records,
      Entitlement entitlement,
      AttachmentNeed attachments,
      Optional<Parcel> parcel,
      boolean holdsRepaired,
      Selector selector,
      EffectClass effect,
      FromStandard translator,
      List<Duration> ladder,
      int concurrency,
      ConnectorSettings settings) {

    /** Fetched by the partner from our outbox. */
    public static final String OUTBOX = "outbox";

    private static final String RECEIPT_WITHIN = "receipt-within";

    /** How long files may be missing or unconfirmed, where the folder says nothing else. */
    private static final Duration FILES_WITHIN = Duration.ofDays(7);

    /**
     * How long a delivery waits for files to be brought, and again for them to be confirmed, before
     * people and the sender are told.
     *
     * @throws IllegalArgumentException when the setting {@code files-within} is no duration
     */
    public Duration filesWithin() {
      return settings.duration("files-within", FILES_WITHIN);
    }

    /**
     * How long the partner's own receipt may take, where what we bring is handed to a carrier;
     * empty where the answer is the receipt.
     *
     * @throws IllegalArgumentException when the setting {@code receipt-within} is no duration
     */
    public Optional<Duration> receiptWithin() {
      return settings.optional(RECEIPT_WITHIN).map(v -> settings.duration(RECEIPT_WITHIN, null));
    }

    /** Whether the partner fetches, rather than we bringing it. */
    public boolean pulled() {
      return via.equals(OUTBOX);
    }
  }

  /**
   * An exchange in which the partner is asked and answers at once.
   *
   * @param organ the credit code by which askers name it
   * @param asked why it may be asked, and what of a query it may see
   * @param answered what of its answer the asker may see
   * @param request writes a query, as far as it is permitted
   * @param reply reads the answer, from which what is not permitted still has to be taken out
   */
  public record Answering(
      String partner,
      String exchange,
      String via,
      Set<QueryKind> queries,
      String organ,
      Entitlement asked,
      Entitlement answered,
      FromStandard request,
      ToStandard reply,
      ConnectorSettings settings) {}

  /**
   * What a subscription or a query rests on (demand U13).
   *
   * @param basis the law or document, as its folder cites it
   * @param purpose what the records may be used for
   * @param fields what the partner may see of them, as {@code PermittedFields} says
   * @param permitted the same, ready to be applied
   */
  public record Entitlement(
      String basis, String purpose, List<String> fields, PermittedFields permitted) {}
}
