package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.standards.model.QueryKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a {@code partner.yaml}: data only, no host names and no secrets. Unknown entries
 * are refused, so that a misspelt word is not silently a default. Immutable.
 *
 * @param partner stable id: small letters, digits and hyphens
 * @param name display names by language ({@code zh}, {@code en})
 * @param credentials name of its secret, never the secret; by default the id
 * @param authentication how it proves who it is at our doors
 * @param restricted exchanges of which only listed people know more than a number
 * @param queries what it may ask and be answered at once
 * @param answers in what it is asked and answers at once
 * @param contacts whom to call about it: offices, not people
 * @param expectations when it is to have sent what
 * @param duty what is done in law when this partner has taken a record, for conversations that wait
 *     for it: {@code publicity}, {@code credit}; null when nothing waits
 * @param retention how long bodies of its messages are kept, as a period of ISO 8601 ({@code
 *     P180D}); null for as long as the installation says
 */
public record PartnerFile(
    @JsonProperty(required = true) String partner,
    Map<String, String> name,
    String credentials,
    CallerProof authentication,
    List<Sends> sends,
    List<Receives> receives,
    Set<String> restricted,
    Set<QueryKind> queries,
    List<Answers> answers,
    Quota quota,
    List<Contact> contacts,
    List<Expectation> expectations,
    String duty,
    String retention) {

  public PartnerFile {
    name = name == null ? Map.of() : Map.copyOf(name);
    authentication = authentication == null ? CallerProof.GATEWAY : authentication;
    sends = sends == null ? List.of() : List.copyOf(sends);
    receives = receives == null ? List.of() : List.copyOf(receives);
    restricted = restricted == null ? Set.of() : Set.copyOf(restricted);
    queries = queries == null ? Set.of() : Set.copyOf(queries);
    answers = answers == null ? List.of() : List.copyOf(answers);
    quota = quota == null ? new Quota(null) : quota;
    contacts = contacts == null ? List.of() : List.copyOf(contacts);
    expectations = expectations == null ? List.of() : List.copyOf(expectations);
  }

  /** The same for another partner of the same kind, with a secret of its own name. */
  PartnerFile like(String id) {
    return new PartnerFile(
        id,
        name,
        id,
        authentication,
        sends,
        receives,
        restricted,
        queries,
        answers,
        quota,
        contacts,
        expectations,
        duty,
        retention);
  }

  /** Names of all its exchanges, sent and received. */
  Set<String> exchanges() {
    return Stream.concat(
            sends.stream().map(Sends::exchange), receives.stream().map(Receives::exchange))
        .collect(Collectors.toSet());
  }

  /**
   * An exchange that the partner sends.
   *
   * @param via the transport's word
   * @param accepts media types that it may post
   * @param format form of the messages, for a mapping file
   * @param translator name of a mapping file of the folder, or of a translator that the gateway
   *     brings
   * @param attachments how it brings the files that the records name
   * @param settings of the transport, as far as they are the same at every installation
   */
  public record Sends(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      List<String> accepts,
      Map<String, String> format,
      @JsonProperty(required = true) String translator,
      AttachmentWay attachments,
      Map<String, String> settings) {
    public Sends {
      accepts = accepts == null ? List.of() : List.copyOf(accepts);
      format = format == null ? Map.of() : Map.copyOf(format);
      attachments = attachments == null ? AttachmentWay.APART : attachments;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /**
   * An exchange that the partner receives.
   *
   * @param via the transport's word
   * @param records names of record types; {@code *} for all
   * @param basis the law or document that entitles it
   * @param purpose what it may use the records for
   * @param fields what it may see of them, as {@code PermittedFields} says
   * @param selector which records of these types, in SQL-92; null for all
   * @param effect what it can do about an attempt whose outcome nobody knows
   * @param format form of the messages, for a mapping file
   * @param translator name of a mapping file of the folder, or of a translator that the gateway
   *     brings
   * @param contentType media type of what it gets
   * @param attachments whether it gets the files that the records name
   * @param holdsRepaired whether a decision whose credit record was repaired is never sent again
   * @param retry waiting times between attempts in ISO 8601; null for the house's own ladder
   * @param concurrency how many deliveries may be under way at once
   * @param settings of the transport, as far as they are the same at every installation
   */
  public record Receives(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      @JsonProperty(required = true) List<String> records,
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) String purpose,
      @JsonProperty(required = true) List<String> fields,
      String selector,
      EffectClass effect,
      Map<String, String> format,
      @JsonProperty(required = true) String translator,
      String contentType,
      AttachmentNeed attachments,
      boolean holdsRepaired,
      List<String> retry,
      Integer concurrency,
      Map<String, String> settings) {
    public Receives {
      records = List.copyOf(records);
      fields = List.copyOf(fields);
      effect = effect == null ? EffectClass.C : effect;
      format = format == null ? Map.of() : Map.copyOf(format);
      contentType = contentType == null ? "application/json" : contentType;
      attachments = attachments == null ? AttachmentNeed.NONE : attachments;
      concurrency = concurrency == null ? 2 : concurrency;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /**
   * An exchange in which the partner is asked and answers at once.
   *
   * @param queries which kinds
   * @param basis the law or document by which it is asked
   * @param purpose what it may be asked for
   * @param queryFields what of a query goes to the partner
   * @param answerFields what of its answer the asker may see
   * @param request translator of the query
   * @param reply translator of the answer
   * @param format of the reply
   */
  public record Answers(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      @JsonProperty(required = true) Set<QueryKind> queries,
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) String purpose,
      @JsonProperty(required = true) List<String> queryFields,
      @JsonProperty(required = true) List<String> answerFields,
      @JsonProperty(required = true) String request,
      @JsonProperty(required = true) String reply,
      Map<String, String> format,
      String contentType,
      Map<String, String> settings) {
    public Answers {
      queries = Set.copyOf(queries);
      queryFields = List.copyOf(queryFields);
      answerFields = List.copyOf(answerFields);
      format = format == null ? Map.of("type", "json") : Map.copyOf(format);
      contentType = contentType == null ? "application/json" : contentType;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /** How much the partner may send. */
  public record Quota(Integer messagesPerSecond) {
    public Quota {
      messagesPerSecond = messagesPerSecond == null ? 500 : messagesPerSecond;
    }
  }

  /**
   * An office that answers for the partner's side, never a person's private number.
   *
   * @param office its name or role, for example {@code 信息中心值班室}
   * @param phone null when there is none
   * @param email null when there is none
   */
  public record Contact(@JsonProperty(required = true) String office, String phone, String email) {}

  /**
   * Something that is to come regularly: data every working day by 18:00.
   *
   * @param exchange one that the partner sends
   * @param every how often
   * @param by the time of day in Beijing by which it is to be here, {@code HH:mm}; of a week or
   *     month on its last working day
   */
  public record Expectation(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) Rhythm every,
      @JsonProperty(required = true) String by) {}

  /** How often something is to come. */
  public enum Rhythm {
    /** On each working day. */
    @JsonProperty("workday")
    WORKDAY,
    /** On each day of the calendar. */
    @JsonProperty("day")
    DAY,
    /** Once a week. */
    @JsonProperty("week")
    WEEK,
    /** Once a month. */
    @JsonProperty("month")
    MONTH
  }
}
