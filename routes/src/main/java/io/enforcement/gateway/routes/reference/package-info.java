/**
 * Data that the rules look up and an administrator adds to while the gateway runs: when the gateway
 * looks into the folder, and what it tells of it.
 *
 * <p>It must not know messages or partners. Start reading at {@link
 * io.enforcement.gateway.routes.reference.CurrentReference}.
 */
package io.enforcement.gateway.routes.reference;
