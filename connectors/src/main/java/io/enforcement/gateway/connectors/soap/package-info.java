/**
 * SOAP 1.1 and 1.2, contract first, one operation per event, as the platforms that link enforcement
 * and criminal justice (两法衔接) and the older exchange platforms speak it. Outwards: one request per
 * attempt and an honest verdict on what came of it. Inwards: a posted envelope as plain values, and
 * the answer or fault as bytes. Beside both, the WSDL that partners download.
 *
 * <p>Everything is streamed through one hardened reader and one writer; no tree is ever built, no
 * attachment is ever taken, nothing outside a document is ever read.
 *
 * <p>Must not know: what the payload means, who retries, who a user is, any other transport. Start
 * reading at {@link io.enforcement.gateway.connectors.soap.SoapConnector} (out), {@link
 * io.enforcement.gateway.connectors.soap.SoapMessage} (in) and {@link
 * io.enforcement.gateway.connectors.soap.Wsdl}.
 */
package io.enforcement.gateway.connectors.soap;
