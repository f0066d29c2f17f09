/**
 * {@code deadlines explain} and {@code deadlines list}: the deadline table for people at a command
 * line. It must not know the store; what a running gateway holds by the table is asked for in
 * {@link io.enforcement.gateway.routes.cli.conversation}. Start reading at {@link
 * io.enforcement.gateway.routes.cli.deadlines.ExplainCommand}.
 */
package io.enforcement.gateway.routes.cli.deadlines;
