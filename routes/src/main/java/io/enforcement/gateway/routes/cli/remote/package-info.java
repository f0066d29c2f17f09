/**
 * What the subcommands share that ask a running gateway over its API.
 *
 * <p>Must not know what is asked for. Start reading at {@link
 * io.enforcement.gateway.routes.cli.remote.RemoteGateway}.
 */
package io.enforcement.gateway.routes.cli.remote;
