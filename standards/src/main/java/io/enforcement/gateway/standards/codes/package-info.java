/**
 * The code tables of the standard, as data: code, display, validity and source, one CSV file each;
 * and the administrative divisions with the codes that followed those that ended.
 *
 * <p>It must not know records or partners; a partner's own codes are mapped in the partner's
 * folder. Start reading at {@link io.enforcement.gateway.standards.codes.CodeTable}, then {@link
 * io.enforcement.gateway.standards.codes.Divisions}.
 */
package io.enforcement.gateway.standards.codes;
