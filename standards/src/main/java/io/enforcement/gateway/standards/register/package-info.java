/**
 * The registers of officers and items as rules ask them: who held which certificate on a day, which
 * item was in force and who exercised it. Made of records of the standard; only what rules and
 * queries ask for is kept of them.
 *
 * <p>It must not know files, rules or severities, and it says "no" only where the entries leave no
 * doubt: what they do not tell accuses nobody. Start reading at {@link
 * io.enforcement.gateway.standards.register.Registers}.
 */
package io.enforcement.gateway.standards.register;
