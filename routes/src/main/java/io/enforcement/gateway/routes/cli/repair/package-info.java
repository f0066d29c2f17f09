/**
 * Commands about what waits for people in a running gateway: how it failed, what it is, and setting
 * it on its way again. What may be done is the gateway's business.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.cli.repair.GroupsCommand}.
 */
package io.enforcement.gateway.routes.cli.repair;
