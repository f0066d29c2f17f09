/**
 * The partners' own sides of the wire, simulated on loopback over their real transports: HTTP
 * clients and servers, SFTP servers, mounted folders, databases, a broker, a client of the
 * gateway's broker. Each keeps its own ledger on disk and can be told to misbehave.
 *
 * <p>Must not know: the gateway's tables, beans, states or settings, nor who watches. A far side is
 * an outsider: it sees only what a real partner would see. Start reading at {@link
 * io.enforcement.gateway.routes.sandbox.farside.SandboxPartner}.
 */
package io.enforcement.gateway.routes.sandbox.farside;
