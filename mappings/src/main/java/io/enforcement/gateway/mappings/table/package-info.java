/**
 * Rows for partners that take tables: what stands in each column is said by CSV files in the
 * partner's folder, not by code.
 *
 * <p>{@code tables.csv} says which table a record goes to and which file lists its columns; a file
 * of columns says for each the path in the record, the form, the length, how many values it needs
 * at least, and the code list. Paths, code lists and forms are checked when the files are read: a
 * mistake in them shows at start. What a column cannot hold is refused under the column's name,
 * never cut.
 *
 * <p>It must not know any partner. Start reading at {@link
 * io.enforcement.gateway.mappings.table.RecordTables}, then {@link
 * io.enforcement.gateway.mappings.table.ColumnMap} and {@link
 * io.enforcement.gateway.mappings.table.ColumnPath}.
 */
package io.enforcement.gateway.mappings.table;
