/**
 * Rules of cases and of the acts and steps within them, except the penalty decision itself.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.acts.ActRules}.
 */
package io.enforcement.gateway.standards.rules.acts;
