/**
 * Data that the rules look up and an administrator adds to while the gateway runs: calendars of new
 * years and of regions, local divisions.
 *
 * <p>It must not know messages or partners. Start reading at {@link
 * io.enforcement.gateway.routes.reference.ReferenceFolder}.
 */
package io.enforcement.gateway.routes.reference;
