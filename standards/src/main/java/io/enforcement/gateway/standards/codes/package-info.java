/**
 * The code tables of the standard, as data: code, display, validity and source, one CSV file each.
 *
 * <p>It must not know records or partners; a partner's own codes are mapped in the partner's
 * folder. Start reading at {@link io.enforcement.gateway.standards.codes.CodeTable}.
 */
package io.enforcement.gateway.standards.codes;
