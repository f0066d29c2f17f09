package io.enforcement.gateway.routes.cli.repair;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/** How a proposal is shown: one line. */
final class ProposalLines {

  private ProposalLines() {}

  static void show(JsonNode proposal, PrintWriter out) {
    out.printf(
        "%s  %-9s %-11s %5d  %s/%s  %s %s  %s%n",
        proposal.path("id").asString(),
        proposal.path("state").asString(),
        proposal.path("kind").asString(),
        proposal.path("entries").asInt(),
        proposal.path("partner").asString(),
        proposal.path("exchange").asString(),
        proposal.path("proposedBy").asString(),
        proposal.path("decidedBy").asString("-"),
        proposal.path("reason").asString());
  }
}
