/**
 * The content-addressed folder of files beside the database, whatever way they come and go: over
 * HTTP ({@code attachment}), or in one zip with their records ({@link
 * io.enforcement.gateway.routes.spool.IncomingParcels}, {@link
 * io.enforcement.gateway.routes.spool.OutgoingParcels}).
 *
 * <p>Bytes come before their row and go after it: a crash leaves at worst bytes that nobody knows,
 * which {@link io.enforcement.gateway.routes.spool.Clearing} removes.
 *
 * <p>Must not know partners, transports or what a record says. Start reading at {@link
 * io.enforcement.gateway.routes.spool.Spool}.
 */
package io.enforcement.gateway.routes.spool;
