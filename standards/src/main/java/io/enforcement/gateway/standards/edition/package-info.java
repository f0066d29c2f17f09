/**
 * One edition of the standard as files for partners: schemas, samples, code tables, the rule
 * catalogue and the field dictionary in Chinese and English. Everything is made from the schema,
 * the tables and the catalogue; nothing is written here a second time.
 *
 * <p>It must not know who downloads it. It writes and parses nothing that comes from outside. Start
 * reading at {@link io.enforcement.gateway.standards.edition.Edition}.
 */
package io.enforcement.gateway.standards.edition;
