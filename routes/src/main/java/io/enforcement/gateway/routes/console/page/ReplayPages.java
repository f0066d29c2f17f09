package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.ReplayJobsApi;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.ReplayJobStore.Entry;
import io.enforcement.gateway.routes.store.ReplayJobStore.Job;
import io.enforcement.gateway.routes.store.ReplayJobStore.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Replay jobs: a frozen selection, what its dry run showed, how far it is. */
@Controller
class ReplayPages {

  private static final Set<State> MOVING = EnumSet.of(State.REHEARSING, State.RUNNING);

  private final ReplayJobsApi replays;

  ReplayPages(ReplayJobsApi replays) {
    this.replays = replays;
  }

  @GetMapping("/console/replays")
  String jobs(PersonAuthentication caller, Model model) {
    model.addAttribute("jobs", replays.jobs(caller));
    return "console/replays";
  }

  /**
   * One job. Its address is the selection: a reload shows, and a button acts on, the very entries
   * that were frozen.
   */
  @GetMapping("/console/replays/{id}")
  String job(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "1") int from,
      @RequestHeader(name = "HX-Request", required = false) boolean part,
      PersonAuthentication caller,
      Model model) {
    Job job = replays.job(id, caller);
    List<Entry> entries = replays.entries(id, from, caller);
    model.addAttribute("job", job);
    model.addAttribute("moving", MOVING.contains(job.state()));
    model.addAttribute(
        "mine", job.proposedBy().equals(caller.getName()) && job.state() == State.PROPOSED);
    model.addAttribute("entries", entries);
    model.addAttribute(
        "next",
        entries.isEmpty() || entries.get(entries.size() - 1).place() >= job.entries()
            ? null
            : entries.get(entries.size() - 1).place() + 1);
    return part ? "console/replay :: progress" : "console/replay";
  }

  @PostMapping("/console/replays/{id}/approve")
  String approve(@PathVariable UUID id, PersonAuthentication caller) {
    return shown(replays.approve(id, caller));
  }

  @PostMapping("/console/replays/{id}/pause")
  String pause(@PathVariable UUID id, PersonAuthentication caller) {
    return shown(replays.pause(id, caller));
  }

  @PostMapping("/console/replays/{id}/resume")
  String resume(@PathVariable UUID id, PersonAuthentication caller) {
    return shown(replays.resume(id, caller));
  }

  @PostMapping("/console/replays/{id}/stop")
  String stop(@PathVariable UUID id, PersonAuthentication caller) {
    return shown(replays.stop(id, caller));
  }

  private static String shown(Job job) {
    return "redirect:/console/replays/" + job.id();
  }
}
