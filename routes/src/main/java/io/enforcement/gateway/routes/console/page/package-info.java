/**
 * The operators' console: pages under {@code /console}. A page asks the resource of {@code /api/v1}
 * that it shows, with the rights of the person who looks, and puts the answer into a template of
 * {@code templates/console}; page and part of a page have one address, and the address is the whole
 * state. Must not know: SQL, stores, what an action does.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.console.page.Frame}, what all pages have
 * in common, then at {@link io.enforcement.gateway.routes.console.page.WorkbenchPage}.
 */
package io.enforcement.gateway.routes.console.page;
