/**
 * What must hold in a record of the standard, and what to tell the sender when it does not:
 * findings, check digits, cross-field rules, and the texts of every rule.
 *
 * <p>It must not know formats or partners, and it never puts a value into a finding. Only what is
 * structurally unusable refuses; a broken duty is a warning, because a collecting platform has no
 * power to undo an act. Start reading at {@link
 * io.enforcement.gateway.standards.validation.StandardValidator}.
 */
package io.enforcement.gateway.standards.validation;
