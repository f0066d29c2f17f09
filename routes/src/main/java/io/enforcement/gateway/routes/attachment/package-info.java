/**
 * The door through which files come and go beside their records, over HTTP and by digest: streamed
 * in, streamed out to exactly the receivers whose deliveries name them, confirmed by digest.
 *
 * <p>The order of every upload: bytes to disk, digest proven, moved under their digest and synced
 * ({@link io.enforcement.gateway.routes.spool.Spool}), and only then the row that says so, in one
 * transaction with the deliveries that it sets on their way. A crash in between leaves bytes
 * without a row, which the daily clearing removes; it never leaves a row without its bytes.
 *
 * <p>Must not know translators, transports or what a record says: which files a record names is
 * answered in {@code partner}, and written down in {@code store}. Start reading at {@link
 * io.enforcement.gateway.routes.attachment.AttachmentDoor}.
 */
package io.enforcement.gateway.routes.attachment;
