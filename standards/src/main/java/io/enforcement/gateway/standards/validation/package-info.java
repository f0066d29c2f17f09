/**
 * What is said of a record or message that is not as it should be: findings, the catalogue of rules
 * with its texts, and the check digits and numbers that many rules ask for.
 *
 * <p>It must not know formats, partners or single rules. Start reading at {@link
 * io.enforcement.gateway.standards.validation.Finding}.
 */
package io.enforcement.gateway.standards.validation;
