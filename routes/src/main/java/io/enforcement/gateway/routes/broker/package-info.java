/**
 * The broker that carries claim checks between the stages: an embedded Artemis by default, an
 * external one by URL.
 *
 * <p>Nothing here is the truth: the broker holds wake-ups, PostgreSQL holds the messages, and the
 * broker's directory may be deleted at any time. The one exception is the door for partners that
 * come over AMQP ({@link io.enforcement.gateway.routes.broker.AmqpDoor}), where a site opens it:
 * what they put down lies there until the store has it. Must not know stages or bodies, and of
 * partners only their ids. Start reading at {@link
 * io.enforcement.gateway.routes.broker.BrokerConfiguration}, then {@link
 * io.enforcement.gateway.routes.broker.QueueRegistry}.
 */
package io.enforcement.gateway.routes.broker;
