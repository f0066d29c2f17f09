/**
 * The forms in which a record travels: XML and JSON, and the doors through which foreign bytes come
 * in. Every parser here is bounded before it builds anything.
 *
 * <p>It must not know partners, codes or rules of the field: only structure. Start reading at
 * {@link io.enforcement.gateway.standards.format.StandardXml} and, for foreign bytes, at {@link
 * io.enforcement.gateway.standards.format.StrictJson} and {@link
 * io.enforcement.gateway.standards.format.SafeXml}.
 */
package io.enforcement.gateway.standards.format;
