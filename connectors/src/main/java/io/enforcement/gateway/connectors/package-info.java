/**
 * How bytes reach and leave a partner, one package per transport technology. The contracts here
 * ({@link io.enforcement.gateway.connectors.Connector}, {@link
 * io.enforcement.gateway.connectors.Source}) are all that routes see of a transport.
 *
 * <p>Must not know: the standard, the mappings, routes, how often something is tried. Start reading
 * at {@link io.enforcement.gateway.connectors.Connector} and {@link
 * io.enforcement.gateway.connectors.Outcome}.
 */
package io.enforcement.gateway.connectors;
