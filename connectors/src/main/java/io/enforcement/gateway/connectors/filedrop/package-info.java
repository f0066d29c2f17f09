/**
 * Files through a folder of this machine or one mounted from elsewhere, by the same rules as over
 * SFTP. The other side may write there what it likes: links, pipes and devices are not touched.
 *
 * <p>Must not know: what the files hold, who retries, any other transport. Start reading at {@link
 * io.enforcement.gateway.connectors.filedrop.FileDropSource} and {@link
 * io.enforcement.gateway.connectors.filedrop.FileDropConnector}.
 */
package io.enforcement.gateway.connectors.filedrop;
