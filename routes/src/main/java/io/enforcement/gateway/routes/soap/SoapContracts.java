package io.enforcement.gateway.routes.soap;

import io.enforcement.gateway.connectors.soap.SoapMessage;
import io.enforcement.gateway.connectors.soap.Wsdl;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The services of the partners that speak SOAP to us: which operation is which exchange, and the
 * contract that says so. The schema of a partner's own documents is the file of its name in its
 * folder, for example {@code police.xsd}, where it has one. Immutable after start; thread-safe.
 */
@Component
class SoapContracts {

  /** Namespace of our answers, findings and header block. */
  static final String NAMESPACE = "urn:enforcement:soap:v1";

  private static final String WSDL = "wsdl";
  private static final String XSD = "xsd";
  private static final String SCHEMA = ".xsd";

  private final PartnerCatalog catalog;

  SoapContracts(PartnerCatalog catalog) {
    this.catalog = catalog;
  }

  /** The operation that this message calls at this partner's service. */
  Optional<SoapOperation> operation(String partner, SoapMessage message) {
    return operations(partner).stream().filter(operation -> operation.takes(message)).findFirst();
  }

  /**
   * The contract or the schema of a partner's service.
   *
   * @param question the query: {@code wsdl} or {@code xsd}
   * @param address where the service was asked
   */
  Optional<byte[]> find(String partner, String question, String address) {
    List<SoapOperation> operations = operations(partner);
    if (operations.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> schema = catalog.file(partner, partner + SCHEMA);
    if (WSDL.equalsIgnoreCase(question)) {
      return Optional.of(wsdl(partner, operations, address, schema.isPresent()).toBytes());
    }
    return XSD.equalsIgnoreCase(question) ? schema : Optional.empty();
  }

  private List<SoapOperation> operations(String partner) {
    return catalog.partner(partner).stream()
        .flatMap(p -> p.sends().stream())
        .filter(sending -> sending.via().equals(Sending.SOAP))
        .map(SoapOperation::of)
        .toList();
  }

  private static Wsdl wsdl(
      String partner, List<SoapOperation> operations, String address, boolean schema) {
    Optional<String> at = schema ? Optional.of(address + "?" + XSD) : Optional.empty();
    return new Wsdl(
        partner,
        NAMESPACE,
        address,
        operations.stream()
            .map(o -> new Wsdl.Operation(o.payload().getLocalPart(), o.payload(), at))
            .toList());
  }
}
