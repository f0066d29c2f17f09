/**
 * For how long bodies of messages are kept, by the policy of each partner and of the installation.
 *
 * <p>Must not know transports, translators or HTTP. Start reading at {@link
 * io.enforcement.gateway.routes.retention.Pruning}.
 */
package io.enforcement.gateway.routes.retention;
