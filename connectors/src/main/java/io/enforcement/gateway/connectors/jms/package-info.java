/**
 * Messages to and from a queue of a broker, one message per item: a partner's own Artemis (its Core
 * protocol), any broker that speaks AMQP 1.0, or the gateway's own broker. The broker's answer is
 * the outcome; a queue that is not there is refused, never made.
 *
 * <p>Must not know: what the bytes mean, who retries, any other transport. Start reading at {@link
 * io.enforcement.gateway.connectors.jms.JmsConnector} and {@link
 * io.enforcement.gateway.connectors.jms.JmsSource}; what the two wire protocols do differently
 * stands in {@link io.enforcement.gateway.connectors.jms.Broker}.
 */
package io.enforcement.gateway.connectors.jms;
