package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import java.util.List;

/**
 * The first line of an archive file: what has to be known to check it without the files before it.
 *
 * @param form of the file, for the verifier
 * @param month the last of which all events are in it
 * @param from its first position
 * @param parts of the tree before that position, the largest first (RFC 6962, 2.1)
 */
record ArchiveHead(
    String form, LogText log, String month, long from, List<GrowingTree.Part> parts) {

  static final String FORM = "enforcement-gateway-archive-1";
}
