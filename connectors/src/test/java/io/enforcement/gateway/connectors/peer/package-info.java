/**
 * Tests against servers that are not libraries: who they are ({@link
 * io.enforcement.gateway.connectors.peer.Peer}) and what happens where one is not installed. The
 * gateway's stories use it too.
 *
 * <p>Must not know: any transport, how a peer is started. Start reading at {@link
 * io.enforcement.gateway.connectors.peer.Peer}.
 */
package io.enforcement.gateway.connectors.peer;
