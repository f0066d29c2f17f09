/**
 * The field dictionary: what every record, part and field of the standard is called, where it comes
 * from, how sensitive it is. Read from the schema's own annotations, so that there is one place to
 * say it.
 *
 * <p>It must not know values, rules or partners. Start reading at {@link
 * io.enforcement.gateway.standards.dictionary.Dictionary}.
 */
package io.enforcement.gateway.standards.dictionary;
