/**
 * The door for partners that cannot be called: they fetch their deliveries ({@code GET
 * /api/v1/outbox}), may wait for them, and acknowledge each.
 *
 * <p>It must not know what deliveries mean, nor SQL. Start reading at {@link
 * io.enforcement.gateway.routes.outbox.OutboxApi}.
 */
package io.enforcement.gateway.routes.outbox;
