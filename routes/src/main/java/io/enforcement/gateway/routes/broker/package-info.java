/**
 * The broker that carries claim checks between the stages: an embedded Artemis by default, an
 * external one by URL.
 *
 * <p>Nothing here is the truth: the broker holds wake-ups, PostgreSQL holds the messages, and the
 * broker's directory may be deleted at any time. Must not know partners, stages or bodies. Start
 * reading at {@link io.enforcement.gateway.routes.broker.BrokerConfiguration}, then {@link
 * io.enforcement.gateway.routes.broker.QueueRegistry}.
 */
package io.enforcement.gateway.routes.broker;
