package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.ToStandard;
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
   * @param via {@code rest} is pushed to our HTTP intake; any other transport is polled
   * @param accepts media types of the HTTP intake
   */
  public record Sending(
      String exchange,
      String via,
      List<String> accepts,
      ToStandard translator,
      ConnectorSettings settings) {

    /**
     * The document in what was received: the very bytes, or the field of a form.
     *
     * @throws io.enforcement.gateway.standards.validation.Rejected when the form is not sound
     */
    public byte[] document(byte[] received) {
      return FormField.of(settings).map(form -> form.document(received)).orElse(received);
    }

    /** Media type of the document in a form; empty when the very bytes are the document. */
    public Optional<String> documentType() {
      return FormField.of(settings).map(FormField::contentType);
    }

    /** Whether we fetch, rather than the partner pushing to us. */
    public boolean polled() {
      return !"rest".equals(via);
    }
  }

  /**
   * An exchange that the partner receives.
   *
   * @param records record types of the standard; {@code Receipt} and {@code RejectionList} go to
   *     their origin only
   * @param ladder waiting times between attempts; after the last one the delivery is parked
   */
  public record Receiving(
      String partner,
      String exchange,
      String via,
      Set<String> records,
      Selector selector,
      EffectClass effect,
      FromStandard translator,
      List<Duration> ladder,
      int concurrency,
      ConnectorSettings settings) {}
}
