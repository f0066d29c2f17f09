/**
 * The tree of RFC 6962 over the audit trail: hashes, how it grows, what proves a part of it.
 *
 * <p>Must not know events, the database or signatures. Start reading at {@link
 * io.enforcement.gateway.routes.audit.tree.MerkleTree}.
 */
package io.enforcement.gateway.routes.audit.tree;
