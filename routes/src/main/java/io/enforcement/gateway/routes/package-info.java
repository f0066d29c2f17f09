/**
 * The application: wires the standard, the partners and the transports into one gateway.
 *
 * <p>This package itself holds only what every part needs before anything else runs: the Spring
 * application, the data directory and the failure that stops a start. It must not know any partner,
 * any table or any queue. Start reading at {@link
 * io.enforcement.gateway.routes.GatewayApplication}.
 */
package io.enforcement.gateway.routes;
