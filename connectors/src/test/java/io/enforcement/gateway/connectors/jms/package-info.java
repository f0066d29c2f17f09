/**
 * The queue transport against a real Artemis over TCP, by both wire protocols. Start reading at
 * {@link io.enforcement.gateway.connectors.jms.PartnerBroker}, the far side.
 */
package io.enforcement.gateway.connectors.jms;
