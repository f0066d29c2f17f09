/**
 * What stops intake politely for a while: a volume that fills up, a sender that floods. What is not
 * taken in stays with its sender, who is told when to come again.
 *
 * <p>Must not know Camel or SQL. Start reading at {@link
 * io.enforcement.gateway.routes.brake.Brakes}.
 */
package io.enforcement.gateway.routes.brake;
