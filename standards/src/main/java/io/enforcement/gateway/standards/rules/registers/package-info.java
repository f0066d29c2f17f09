/**
 * Rules of items, bodies, officers, legal norms and discretion standards.
 *
 * <p>It must not know another family. Start reading at {@link
 * io.enforcement.gateway.standards.rules.registers.RegisterRules}.
 */
package io.enforcement.gateway.standards.rules.registers;
