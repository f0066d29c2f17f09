/**
 * {@code deadlines explain} and {@code deadlines list}: the deadline table for people at a command
 * line. It must not know the store nor a running gateway. Start reading at {@link
 * io.enforcement.gateway.routes.cli.deadlines.ExplainCommand}.
 */
package io.enforcement.gateway.routes.cli.deadlines;
