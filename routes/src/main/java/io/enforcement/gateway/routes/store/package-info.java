/**
 * The truth of the gateway in PostgreSQL: messages, records, outbox with lanes, attempts, what
 * waits for people. One {@code *Store} per capability, and SQL nowhere else but in the audit trail
 * and the register of people.
 *
 * <p>Must not know Camel, HTTP, translators or transports. Start reading at {@link
 * io.enforcement.gateway.routes.store.MessageStore}, then follow a message: {@link
 * io.enforcement.gateway.routes.store.TranslationStore}, {@link
 * io.enforcement.gateway.routes.store.DeliveryStore}.
 */
package io.enforcement.gateway.routes.store;
