/**
 * The rules of the field: what must hold in a record of the standard. What single fields promise is
 * read from the schema's annotations ({@link io.enforcement.gateway.standards.rules.FieldRules});
 * what several fields say together is one package per family of records. The catalogue {@code
 * rules/*.csv} says how severe each rule is, what it is called and which law it comes from.
 *
 * <p>It must not know formats or partners, it asks no clock, and it never puts a value into a
 * finding. Only what is structurally unusable refuses; a broken duty is a warning, because a
 * collecting platform has no power to undo an act. Start reading at {@link
 * io.enforcement.gateway.standards.rules.StandardValidator}.
 */
package io.enforcement.gateway.standards.rules;
