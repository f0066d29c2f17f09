/**
 * Rules of credit and publicity, and of the revocation that withdraws from both.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.credit.CreditRules}.
 */
package io.enforcement.gateway.standards.rules.credit;
