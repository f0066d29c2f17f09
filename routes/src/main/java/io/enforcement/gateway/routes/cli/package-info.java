/**
 * The command line of the jar: its subcommands, and the one clear line that a person gets when the
 * gateway cannot start.
 *
 * <p>Has the same rights as the API and no business logic. Start reading at {@link
 * io.enforcement.gateway.routes.cli.EnforcementGateway}.
 */
package io.enforcement.gateway.routes.cli;
