/**
 * Conversations (Process Manager): what was sent, what must come back, by when, and what follows
 * from it. A conversation is the set of records that belong together; its state is a fold over
 * them, its deadlines follow from them and from the deadline table, so that everything here can be
 * computed again, in whatever order the records came.
 *
 * <p>Kinds of conversations and the deadline table are data: {@code conversation/kinds/*.yaml} and
 * {@code conversation/deadlines*.csv}. Records and deliveries that change are noted by the database
 * itself ({@code attention}); {@link io.enforcement.gateway.routes.conversation.ConversationKeeper}
 * takes the notes, {@link io.enforcement.gateway.routes.conversation.Correlation} finds the
 * conversation, {@link io.enforcement.gateway.routes.conversation.Course} folds it, {@link
 * io.enforcement.gateway.routes.conversation.Letters} tells which letter an answer is meant for and
 * {@link io.enforcement.gateway.routes.conversation.Reckoning} reckons the deadlines.
 *
 * <p>It must not know how records travel, nor any partner by name; traffic must not know it. Start
 * reading at {@link io.enforcement.gateway.routes.conversation.Course}.
 */
package io.enforcement.gateway.routes.conversation;
