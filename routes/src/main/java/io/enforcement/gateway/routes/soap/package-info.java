/**
 * The SOAP door: one service per partner at {@code /soap/v1/<partner>}, one operation per event,
 * with its contract beside it ({@code ?wsdl}). What comes in goes the same way as every other
 * arrival; an operation is an exchange.
 *
 * <p>It must not know what payloads mean, nor keep anything itself. Start reading at {@link
 * io.enforcement.gateway.routes.soap.SoapIntake}.
 */
package io.enforcement.gateway.routes.soap;
