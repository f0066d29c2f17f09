/**
 * A partner pack to begin with: settings, mappings with the names of the standard beside them, code
 * maps and samples, made from the dictionary and the samples of the standard. It passes the check
 * at once and is then changed by hand.
 *
 * <p>Must not know any partner by name. Start reading at {@link
 * io.enforcement.gateway.routes.pack.scaffold.NewPack}.
 */
package io.enforcement.gateway.routes.pack.scaffold;
