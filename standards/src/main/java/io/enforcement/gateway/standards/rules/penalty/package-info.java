/**
 * Rules of the penalty decision, one class per matter.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.penalty.PenaltyDecisionRules}.
 */
package io.enforcement.gateway.standards.rules.penalty;
