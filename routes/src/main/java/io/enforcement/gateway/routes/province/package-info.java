/**
 * The province: what regions and departments send becomes the provincial database. Every record
 * that the gateway keeps is noted by the database itself, in the transaction that keeps it; one
 * process at a time takes the notes, makes rows of the records and writes them together with the
 * end of the note. Which version of an act counts follows from the versions, never from the order
 * in which they came.
 *
 * <p>Nothing of it exists where {@code gateway.province.enabled} is not true. It must not know how
 * records travel, nor any partner by name; traffic must not know it. Start reading at {@link
 * io.enforcement.gateway.routes.province.Aggregation}.
 */
package io.enforcement.gateway.routes.province;
