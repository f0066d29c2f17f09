package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.alarm.Alarm;
import io.enforcement.gateway.routes.alarm.AlarmStatus;
import io.enforcement.gateway.routes.console.AlarmsApi;
import io.enforcement.gateway.routes.console.ConversationsApi;
import io.enforcement.gateway.routes.console.ConversationsApi.Due;
import io.enforcement.gateway.routes.console.GroupsApi;
import io.enforcement.gateway.routes.console.GroupsApi.GroupStatus;
import io.enforcement.gateway.routes.console.ProposalsApi;
import io.enforcement.gateway.routes.console.ReplayJobsApi;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.routes.store.ProposalStore;
import io.enforcement.gateway.routes.store.ReplayJobStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * The first page: what a person on duty has to look at. Each number is counted from the very list
 * that its link opens.
 */
@Controller
class WorkbenchPage {

  private static final int LATEST = 5;

  private final GroupsApi groups;
  private final ConversationsApi conversations;
  private final AlarmsApi alarms;
  private final ProposalsApi proposals;
  private final ReplayJobsApi replays;

  WorkbenchPage(
      GroupsApi groups,
      ConversationsApi conversations,
      AlarmsApi alarms,
      ProposalsApi proposals,
      ReplayJobsApi replays) {
    this.groups = groups;
    this.conversations = conversations;
    this.alarms = alarms;
    this.proposals = proposals;
    this.replays = replays;
  }

  @GetMapping("/console")
  String workbench(
      @RequestHeader(name = "HX-Request", required = false) boolean part,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    if (!new Menu(caller.getPrincipal()).watches()) {
      return "redirect:/console/messages";
    }
    List<GroupStatus> failed = groups.groups(caller);
    List<AlarmStatus> standing = alarms.alarms(caller);
    model.addAttribute("failed", failed.stream().mapToLong(GroupStatus::count).sum());
    model.addAttribute("groups", failed.stream().limit(LATEST).toList());
    model.addAttribute("deadlines", due(Due.SOON, caller, request));
    model.addAttribute("overdue", due(Due.OVERDUE, caller, request));
    model.addAttribute("full", DeadlinePages.FULL);
    model.addAttribute(
        "silent", standing.stream().filter(a -> a.kind() == Alarm.Kind.PARTNER_SILENT).count());
    model.addAttribute("alarms", standing.stream().limit(LATEST).toList());
    model.addAttribute("secondPerson", waitingForSecond(caller));
    model.addAttribute("replays", replays.jobs(caller).stream().limit(LATEST).toList());
    return part ? "console/workbench :: numbers" : "console/workbench";
  }

  private int due(Due due, PersonAuthentication caller, HttpServletRequest request) {
    return conversations
        .deadlines(List.of(DeadlineState.OPEN), due, null, null, false, caller, request)
        .size();
  }

  private long waitingForSecond(PersonAuthentication caller) {
    return proposals.proposals(caller).stream()
            .filter(p -> p.state() == ProposalStore.State.PROPOSED)
            .count()
        + replays.jobs(caller).stream()
            .filter(job -> job.state() == ReplayJobStore.State.PROPOSED)
            .count();
  }
}
