/**
 * Which act, which parties and which case a record is about: the keys that deduplicate and that
 * keep order.
 *
 * <p>It must not know stores or queues. Start reading at {@link
 * io.enforcement.gateway.standards.identity.RecordIdentity}.
 */
package io.enforcement.gateway.standards.identity;
