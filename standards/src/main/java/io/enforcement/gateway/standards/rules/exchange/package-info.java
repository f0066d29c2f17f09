/**
 * Rules of what the exchange itself says, and of supervision.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.exchange.ExchangeRules}.
 */
package io.enforcement.gateway.standards.rules.exchange;
