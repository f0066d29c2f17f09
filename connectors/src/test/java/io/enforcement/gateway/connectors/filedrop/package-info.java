/**
 * What only a folder can do to us: vanish, hold pipes, be somebody else's link. The rules that all
 * files share are tried in {@link io.enforcement.gateway.connectors.file}.
 */
package io.enforcement.gateway.connectors.filedrop;
