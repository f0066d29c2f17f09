/**
 * Commands about conversations and deadlines in a running gateway, and about the time of a sandbox.
 * What a deadline table says without a gateway is another matter: {@link
 * io.enforcement.gateway.routes.cli.deadlines}.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.cli.conversation.ConversationsCommand}.
 */
package io.enforcement.gateway.routes.cli.conversation;
