/**
 * The way of a message: four route templates and the beans that do their steps. A route names the
 * step, a bean does the work.
 *
 * <p>Must not know any partner by name, nor SQL. Start reading at {@link
 * io.enforcement.gateway.routes.exchange.ExchangeTemplates}, then the beans in the order in which
 * the routes name them.
 */
package io.enforcement.gateway.routes.exchange;
