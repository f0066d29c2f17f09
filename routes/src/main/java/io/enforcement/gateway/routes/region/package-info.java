/**
 * A region: what this gateway owes the level above, be that a city or the province. It keeps which
 * versions it sent on which day, states each day by itself, and sends again what the level above
 * says it lacks.
 *
 * <p>Nothing of it exists where {@code gateway.region.superior} names no partner. It must not know
 * how records travel: to it the level above is one partner of many. Start reading at {@link
 * io.enforcement.gateway.routes.region.Stating}.
 */
package io.enforcement.gateway.routes.region;
