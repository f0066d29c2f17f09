/**
 * A partner's side of the wire, whatever its transport: what a site would set to reach it, how it
 * sends, where it finds what has come. One class for each transport, none for a partner; the
 * demonstration and the conformance run use the same.
 *
 * <p>Must not know: the gateway's tables, beans and states, nor who uses it and why. Start reading
 * at {@link io.enforcement.gateway.routes.sandbox.side.FarSide}.
 */
package io.enforcement.gateway.routes.sandbox.side;
