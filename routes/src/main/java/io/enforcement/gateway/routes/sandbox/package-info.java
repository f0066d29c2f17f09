/**
 * The demonstration: simulated partners around a real gateway, traffic, a little drama, and at the
 * end a comparison of the gateway's counts with what the partners themselves wrote down.
 *
 * <p>Must not know: the gateway's tables, beans and states. It speaks to the gateway over its HTTP
 * API and over the partners' transports only, so that the gateway cannot know that it is being
 * played with. Start reading at {@link io.enforcement.gateway.routes.sandbox.Demo}.
 */
package io.enforcement.gateway.routes.sandbox;
