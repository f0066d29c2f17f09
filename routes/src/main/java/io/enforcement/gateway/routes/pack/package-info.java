/**
 * Partner packs: a site's own partners as folders of data, checked whole, installed, replaced and
 * rolled back while the gateway runs.
 *
 * <p>Must not know any partner by name, nor the steps of a message. Start reading at {@link
 * io.enforcement.gateway.routes.partner.PackFiles}.
 */
package io.enforcement.gateway.routes.pack;
