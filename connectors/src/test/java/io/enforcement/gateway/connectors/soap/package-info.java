/**
 * Proofs of the SOAP transport. Peers that are not ours: SAAJ (Jakarta's reference implementation)
 * on a real HTTP server, wsdl4j, and Python's zeep. Start reading at {@link
 * io.enforcement.gateway.connectors.soap.SoapConnectorTest}.
 */
package io.enforcement.gateway.connectors.soap;
