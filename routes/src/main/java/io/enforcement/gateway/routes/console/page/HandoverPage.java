package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.AlarmsApi;
import io.enforcement.gateway.routes.console.ConversationsApi;
import io.enforcement.gateway.routes.console.ConversationsApi.Due;
import io.enforcement.gateway.routes.console.DeadlineStatus;
import io.enforcement.gateway.routes.console.GroupsApi;
import io.enforcement.gateway.routes.console.ProposalsApi;
import io.enforcement.gateway.routes.console.ReplayJobsApi;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.routes.store.ProposalStore.Proposal;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One page to print when a shift ends: what is open, what was done by whom, what ends within the
 * next shift. Each part is what its own page lists, and no more than the person may see.
 */
@Controller
class HandoverPage {

  private static final int LONGEST_SHIFT = 24;

  private final AlarmsApi alarms;
  private final GroupsApi groups;
  private final ReplayJobsApi replays;
  private final ProposalsApi proposals;
  private final ConversationsApi conversations;
  private final Clock clock;
  private final Clock machine;

  HandoverPage(
      AlarmsApi alarms,
      GroupsApi groups,
      ReplayJobsApi replays,
      ProposalsApi proposals,
      ConversationsApi conversations,
      Clock clock,
      @Qualifier("machineClock") Clock machine) {
    this.alarms = alarms;
    this.groups = groups;
    this.replays = replays;
    this.proposals = proposals;
    this.conversations = conversations;
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * @param hours how long a shift is; what makes no sense is taken for the nearest that does
   */
  @GetMapping("/console/handover")
  String handover(
      @RequestParam(defaultValue = "8") int hours,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    Duration shift = Duration.ofHours(Math.max(1, Math.min(hours, LONGEST_SHIFT)));
    Instant begun = machine.instant().minus(shift);
    List<DeadlineStatus> soon =
        conversations.deadlines(
            List.of(DeadlineState.OPEN), Due.SOON, null, null, false, caller, request);
    Instant end = clock.instant().plus(shift);
    model.addAttribute("hours", shift.toHours());
    model.addAttribute("alarms", alarms.alarms(caller));
    model.addAttribute("groups", groups.groups(caller));
    model.addAttribute(
        "jobs", replays.jobs(caller).stream().filter(job -> concerns(job, begun)).toList());
    model.addAttribute(
        "proposals",
        proposals.proposals(caller).stream().filter(one -> concerns(one, begun)).toList());
    model.addAttribute(
        "deadlines", soon.stream().filter(d -> !d.due().toInstant().isAfter(end)).toList());
    model.addAttribute("full", soon.size() >= DeadlinePages.FULL);
    return "console/handover";
  }

  private static boolean concerns(Job job, Instant begun) {
    return job.asOf().isAfter(begun)
        || switch (job.state()) {
          case STOPPED, DONE -> false;
          default -> true;
        };
  }

  private static boolean concerns(Proposal proposal, Instant begun) {
    return proposal.decidedBy() == null
        || Stream.of(proposal.proposedAt(), proposal.decidedAt())
            .filter(Objects::nonNull)
            .anyMatch(at -> at.isAfter(begun));
  }
}
