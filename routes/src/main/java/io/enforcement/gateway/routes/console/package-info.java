/**
 * Operator pages and API. Asks the packages of the gateway and translates their answers; holds no
 * business logic and knows no SQL.
 *
 * <p>Start reading at {@link io.enforcement.gateway.routes.console.MessagesApi}.
 */
package io.enforcement.gateway.routes.console;
