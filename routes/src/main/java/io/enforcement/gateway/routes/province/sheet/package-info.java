/**
 * Rows of values as files that people and programs open: CSV, workbooks, JSON lines.
 *
 * <p>It must not know what the rows are about, nor where they are from. Start reading at {@link
 * io.enforcement.gateway.routes.province.sheet.Sheet}.
 */
package io.enforcement.gateway.routes.province.sheet;
