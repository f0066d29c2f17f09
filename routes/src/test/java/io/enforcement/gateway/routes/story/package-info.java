/**
 * Stories: what the gateway promises, told against the whole application on its embedded database
 * and broker, with partners' far sides over their real transports. A story reads as a page; the
 * fixtures beside it hide signing, polling and waiting.
 *
 * <p>Must not know: beans and tables, except where a story is about the database itself. Start
 * reading at {@link io.enforcement.gateway.routes.story.PenaltyDecisionStoryTest}, then {@link
 * io.enforcement.gateway.routes.story.StoryGateway}.
 */
package io.enforcement.gateway.routes.story;
