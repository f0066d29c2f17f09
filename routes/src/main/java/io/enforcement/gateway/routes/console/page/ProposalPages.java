package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.ProposalsApi;
import io.enforcement.gateway.routes.console.ReplayJobsApi;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.ReplayJobStore.State;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What waits for a second person, and what became of what did. */
@Controller
class ProposalPages {

  private final ProposalsApi proposals;
  private final ReplayJobsApi replays;

  ProposalPages(ProposalsApi proposals, ReplayJobsApi replays) {
    this.proposals = proposals;
    this.replays = replays;
  }

  @GetMapping("/console/proposals")
  String proposals(PersonAuthentication caller, Model model) {
    model.addAttribute("proposals", proposals.proposals(caller));
    model.addAttribute(
        "jobs",
        replays.jobs(caller).stream().filter(job -> job.state() == State.PROPOSED).toList());
    return "console/proposals";
  }

  @PostMapping("/console/proposals/{id}/confirm")
  String confirm(@PathVariable UUID id, PersonAuthentication caller) {
    proposals.confirm(id, caller);
    return "redirect:/console/proposals";
  }

  @PostMapping("/console/proposals/{id}/decline")
  String decline(@PathVariable UUID id, PersonAuthentication caller) {
    proposals.decline(id, caller);
    return "redirect:/console/proposals";
  }
}
