/**
 * What stands in a message, for people who may see it: what came, the records that were made of it,
 * what left, and where each value went. Values are hidden on the server, by what the dictionary of
 * the standard says of the place that they arrive at; a value of which nobody says anything is
 * hidden whole. Who has unmasked a message sees it as it is for ten minutes.
 *
 * <p>Must not know Camel, SQL or pages. Start reading at {@link
 * io.enforcement.gateway.routes.payload.Payloads}.
 */
package io.enforcement.gateway.routes.payload;
