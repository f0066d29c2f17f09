/**
 * The rules by which files change hands, whatever carries them: names, readiness, digests, never
 * onto an existing name, whole or not at all. A transport brings a {@link
 * io.enforcement.gateway.connectors.file.Folder} and its own complaints, nothing more.
 *
 * <p>Must not know: any transport, what the files hold, who retries. Start reading at {@link
 * io.enforcement.gateway.connectors.file.FileHandover} (out) and {@link
 * io.enforcement.gateway.connectors.file.FileCollection} (in).
 */
package io.enforcement.gateway.connectors.file;
