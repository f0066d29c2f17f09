/**
 * The tables of the provincial database as they follow from the field dictionary: which columns a
 * kind of record has, what they are called, how a record becomes a row, and the statements that
 * make tables and views. All of it is text and values.
 *
 * <p>It must not know the database's driver, nor how records come in. Start reading at {@link
 * io.enforcement.gateway.routes.province.table.ProvinceTable}.
 */
package io.enforcement.gateway.routes.province.table;
