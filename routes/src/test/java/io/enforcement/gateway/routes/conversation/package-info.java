/**
 * Conversations told from documents to documents, the state machines walked, deadlines counted. No
 * database: what the gateway does with them is told in the stories. Start reading at {@link
 * io.enforcement.gateway.routes.conversation.Told}.
 */
package io.enforcement.gateway.routes.conversation;
