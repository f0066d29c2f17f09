/**
 * What time it is for the gateway: the machine's time, or in a sandbox a time that people move
 * forward to see what months would bring. Whether a signature or a token is still fresh is always
 * asked of the machine.
 *
 * <p>Must not know what anybody does with the time. Start reading at {@link
 * io.enforcement.gateway.routes.clock.MovableClock}.
 */
package io.enforcement.gateway.routes.clock;
