/**
 * Files of every form, sound and hostile. Spreadsheets are tried against another program for them.
 * Start reading at {@link io.enforcement.gateway.mappings.file.BatchFileTest}.
 */
package io.enforcement.gateway.mappings.file;
