/**
 * Files of records: taken apart as a stream, each record checked by schema and rules.
 *
 * <p>It must not know who asks or how the answer is shown. Start reading at {@link
 * io.enforcement.gateway.standards.file.FileCheck}.
 */
package io.enforcement.gateway.standards.file;
