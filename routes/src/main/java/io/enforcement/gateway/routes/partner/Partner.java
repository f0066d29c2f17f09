package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.ToStandard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One partner in service: what it sends and receives, with translators and settings resolved.
 * Immutable.
 *
 * @param id stable id, also its AppKey and part of queue and route names
 * @param name display names by language ({@code zh}, {@code en})
 * @param credentials name of its secret
 * @param messagesPerSecond quota of its HTTP intake
 */
public record Partner(
    String id,
    Map<String, String> name,
    String credentials,
    List<Sending> sends,
    List<Receiving> receives,
    int messagesPerSecond) {

  /**
   * An exchange that the partner sends.
   *
   * @param via {@link #REST} and {@link #SOAP} are pushed to us; any other transport is polled
   * @param accepts media types of the HTTP intake
   */
  public record Sending(
      String exchange,
      String via,
      List<String> accepts,
      ToStandard translator,
      ConnectorSettings settings) {

    /** Pushed to our HTTP intake. */
    public static final String REST = "rest";

    /** Pushed to our SOAP service. */
    public static final String SOAP = "soap";

    private static final Set<String> PUSHED = Set.of(REST, SOAP);

    /** Whether we fetch, rather than the partner pushing to us. */
    public boolean polled() {
      return !PUSHED.contains(via);
    }
  }

  /**
   * An exchange that the partner receives.
   *
   * @param records record types of the standard; {@code Receipt} and {@code RejectionList} go to
   *     their origin only
   * @param entitlement why the partner may have these records, and what of them
   * @param attachments whether it gets the files that the records name
   * @param ladder waiting times between attempts; after the last one the delivery is parked
   */
  public record Receiving(
      String partner,
      String exchange,
      String via,
      Set<String> records,
      Entitlement entitlement,
      AttachmentNeed attachments,
      Selector selector,
      EffectClass effect,
      FromStandard translator,
      List<Duration> ladder,
      int concurrency,
      ConnectorSettings settings) {}

  /**
   * What a subscription rests on (demand U13).
   *
   * @param basis the law or document, as its folder cites it
   * @param purpose what the records may be used for
   * @param fields what the partner may see of them, as {@code PermittedFields} says
   * @param permitted the same, ready to be applied
   */
  public record Entitlement(
      String basis, String purpose, List<String> fields, PermittedFields permitted) {}
}
