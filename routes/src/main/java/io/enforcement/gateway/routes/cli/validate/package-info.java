/**
 * The subcommand that checks files of records, and the forms in which it tells what it found.
 *
 * <p>It must not know the database, the broker or any partner: it starts none of them. Start
 * reading at {@link io.enforcement.gateway.routes.cli.validate.ValidateCommand}.
 */
package io.enforcement.gateway.routes.cli.validate;
