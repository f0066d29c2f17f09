package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.GroupsApi;
import io.enforcement.gateway.routes.console.GroupsApi.GroupStatus;
import io.enforcement.gateway.routes.console.ParkedApi;
import io.enforcement.gateway.routes.console.ParkedApi.ParkedStatus;
import io.enforcement.gateway.routes.console.ParkedEntryApi;
import io.enforcement.gateway.routes.console.ParkedEntryApi.Verdict;
import io.enforcement.gateway.routes.console.ProposalsApi;
import io.enforcement.gateway.routes.console.ProposalsApi.Discard;
import io.enforcement.gateway.routes.console.ReplayJobsApi;
import io.enforcement.gateway.routes.failure.FailureClass.Offer;
import io.enforcement.gateway.routes.failure.ReplayJobs;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.ProposalStore.Proposal;
import io.enforcement.gateway.routes.store.ProposalStore.State;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What waits for people: groups of what failed alike, the entries of a group, one entry with its
 * evidence; and what people do about them. A group is never replayed as it happens to stand: what
 * waits in it is frozen into a job first, which a person looks at before it begins. What is given
 * up is named entry by entry.
 */
@Controller
class DeadLetterPages {

  private static final Set<Offer> REPLAYABLE =
      EnumSet.of(Offer.REPLAY, Offer.FIX_THEN_REPLAY, Offer.AFTER_RELEASE);

  private final GroupsApi groups;
  private final ParkedApi parked;
  private final ParkedEntryApi entries;
  private final ReplayJobsApi replays;
  private final ProposalsApi proposals;

  DeadLetterPages(
      GroupsApi groups,
      ParkedApi parked,
      ParkedEntryApi entries,
      ReplayJobsApi replays,
      ProposalsApi proposals) {
    this.groups = groups;
    this.parked = parked;
    this.entries = entries;
    this.replays = replays;
    this.proposals = proposals;
  }

  @GetMapping("/console/dead-letters")
  String groups(PersonAuthentication caller, Model model) {
    List<GroupStatus> all = groups.groups(caller);
    model.addAttribute("groups", all);
    model.addAttribute("failed", all.stream().mapToLong(GroupStatus::count).sum());
    model.addAttribute("hidden", parked.restricted(caller).waiting());
    return "console/dead-letters";
  }

  @GetMapping("/console/dead-letters/groups/{group}")
  String group(
      @PathVariable String group,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    GroupStatus status =
        groups.groups(caller).stream()
            .filter(each -> each.group().equals(group))
            .findFirst()
            .orElse(null);
    List<ParkedStatus> waiting = status == null ? List.of() : parked.parked(group, caller, request);
    model.addAttribute("group", status);
    model.addAttribute("entries", waiting);
    model.addAttribute("replayable", status != null && REPLAYABLE.contains(status.offer()));
    model.addAttribute("alone", ReplayJobs.ALONE);
    return "console/dead-letter-group";
  }

  /**
   * Freezes what waits in the group and begins the dry run; nothing leaves before a person says.
   */
  @PostMapping("/console/dead-letters/groups/{group}/freeze")
  String freeze(
      @PathVariable String group, @RequestParam int perMinute, PersonAuthentication caller) {
    return "redirect:/console/replays/" + replays.propose(group, perMinute, true, caller).id();
  }

  /** Gives up the entries that were ticked, and no others. */
  @PostMapping("/console/dead-letters/discard")
  String discard(
      @RequestParam(required = false) List<UUID> entry,
      @RequestParam String reason,
      PersonAuthentication caller,
      RedirectAttributes next) {
    if (entry == null || entry.isEmpty()) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    return told(proposals.discard(new Discard(entry, null, reason), caller), next);
  }

  @GetMapping("/console/dead-letters/entries/{id}")
  String entry(@PathVariable UUID id, PersonAuthentication caller, Model model) {
    var evidence = entries.evidence(id, caller);
    model.addAttribute("entry", evidence);
    model.addAttribute(
        "replayable",
        REPLAYABLE.contains(evidence.offer())
            && (evidence.offer() != Offer.AFTER_RELEASE
                || new Menu(caller.getPrincipal()).reviews()));
    model.addAttribute(
        "pending", evidence.proposals().stream().anyMatch(p -> p.state() == State.PROPOSED));
    return "console/dead-letter-entry";
  }

  @PostMapping("/console/dead-letters/entries/{id}/replay")
  String replay(@PathVariable UUID id, PersonAuthentication caller, RedirectAttributes next) {
    UUID message = entries.evidence(id, caller).messageId();
    parked.replay(id, caller);
    next.addFlashAttribute("done", "entry.replayed");
    return "redirect:/console/messages/" + message;
  }

  @PostMapping("/console/dead-letters/entries/{id}/decision")
  String decide(
      @PathVariable UUID id,
      @RequestParam String verdict,
      @RequestParam String reason,
      PersonAuthentication caller,
      RedirectAttributes next) {
    return told(entries.decide(id, new Verdict(verdict, reason), caller), next);
  }

  private static String told(Proposal proposal, RedirectAttributes next) {
    next.addFlashAttribute(
        "done", proposal.state() == State.DONE ? "proposal.carried-out" : "proposal.waits");
    return "redirect:/console/proposals";
  }
}
