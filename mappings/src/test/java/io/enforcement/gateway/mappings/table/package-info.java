/**
 * Tests of the rows that partners' tables take: paths, forms, and the mistakes in a file of columns
 * that must show at start.
 *
 * <p>They must not know any partner. Start reading at {@link
 * io.enforcement.gateway.mappings.table.ColumnMapTest}.
 */
package io.enforcement.gateway.mappings.table;
