/**
 * The proof of the partners: golden files that are discovered, the completeness of each folder,
 * purity and the architecture. A new partner adds files, no test class. Start reading at {@link
 * io.enforcement.gateway.mappings.GoldenFilesTest}.
 */
package io.enforcement.gateway.mappings;
