/**
 * Who is calling, and may they: partners by signature or certificate, named people by token,
 * secrets by name, and the explicit filter chains that decide on every path.
 *
 * <p>Must not know: exchanges, records, the message store. What it needs from them it asks through
 * {@link io.enforcement.gateway.routes.security.PartnerDirectory}, {@link
 * io.enforcement.gateway.routes.security.NonceStore} and {@link
 * io.enforcement.gateway.routes.security.SecurityEvents}.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.security.SecurityConfiguration}, the
 * table of paths and rights.
 */
package io.enforcement.gateway.routes.security;
