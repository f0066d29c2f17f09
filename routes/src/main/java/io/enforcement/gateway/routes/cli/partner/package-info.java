/**
 * The subcommands with which a site writes its own partners: begin a pack, check it, translate one
 * file and look.
 *
 * <p>They work offline: it must not know the database, the broker or the site's secrets. Start
 * reading at {@link io.enforcement.gateway.routes.cli.partner.PartnerCommand}.
 */
package io.enforcement.gateway.routes.cli.partner;
