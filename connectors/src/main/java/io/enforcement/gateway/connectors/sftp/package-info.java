/**
 * Files over SFTP: fetching whole files from a partner's folder and leaving whole files in one. The
 * server is not trusted: its key is pinned and the names it lists are checked.
 *
 * <p>Must not know: what the files hold, who retries, any other transport. Start reading at {@link
 * io.enforcement.gateway.connectors.sftp.SftpSource} and {@link
 * io.enforcement.gateway.connectors.sftp.SftpConnector}.
 */
package io.enforcement.gateway.connectors.sftp;
