/**
 * What monitoring systems read: figures at {@code /actuator/prometheus} of the management port,
 * besides what the other packages count where it happens; and the log as collectors take it. The
 * names are pinned: dashboards and rules of sites hang on them. No message id, no person and no
 * value of a message is ever part of a figure.
 *
 * <p>Must not know Camel, SQL or pages. Start reading at {@link
 * io.enforcement.gateway.routes.observability.StandingFigures}.
 */
package io.enforcement.gateway.routes.observability;
