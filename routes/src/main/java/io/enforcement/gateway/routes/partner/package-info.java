/**
 * The partners in service: every {@code partner.yaml} with its translators and settings resolved.
 *
 * <p>Must not know stores, routes or any partner by name. Start reading at {@link
 * io.enforcement.gateway.routes.partner.PartnerCatalog}.
 */
package io.enforcement.gateway.routes.partner;
