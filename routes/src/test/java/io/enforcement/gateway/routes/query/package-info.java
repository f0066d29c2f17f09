/**
 * Tests of queries without the application; the whole is told by {@code story.QueryStoryTest}.
 *
 * <p>Must not know databases or HTTP. Start reading at {@link
 * io.enforcement.gateway.routes.query.AnsweringBodyTest}.
 */
package io.enforcement.gateway.routes.query;
