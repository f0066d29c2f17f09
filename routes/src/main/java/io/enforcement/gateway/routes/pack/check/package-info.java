/**
 * Looks at a pack whole: settings, mapping files, code lists, samples. Everything that is wrong is
 * told at once, with file and line.
 *
 * <p>Must not know a running gateway: no endpoints, no secrets, no store. Start reading at {@link
 * io.enforcement.gateway.routes.pack.check.PackCheck}.
 */
package io.enforcement.gateway.routes.pack.check;
